package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.host.ValueList;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What devices domains can have. What is absent is not said.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#devices">libvirt: Devices</a>
 */
@Value.Immutable
@ValueStyle
public interface DeviceCapabilities extends WithDeviceCapabilities {

  /** How it is read and written. */
  XmlMapping<DeviceCapabilities> XML = new DeviceCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Disks: diskDevice, bus, model. */
  Optional<Capability> disk();

  /** Graphical consoles: type. */
  Optional<Capability> graphics();

  /** Video cards: modelType. */
  Optional<Capability> video();

  /** Devices of the host: mode, startupPolicy, subsysType, capsType, pciBackend. */
  Optional<Capability> hostDevice();

  /** Random number generators: model, backendModel. */
  Optional<Capability> rng();

  /** Folders of the host: driverType. */
  Optional<Capability> filesystem();

  /** TPMs: model, backendModel, backendVersion. */
  Optional<Capability> tpm();

  /** Redirected USB devices: bus. */
  Optional<Capability> redirDevice();

  /** Channels: type. */
  Optional<Capability> channel();

  /** Crypto devices: model, type, backendModel. */
  Optional<Capability> crypto();

  /** Network interfaces: backendType. */
  Optional<Capability> networkInterface();

  /** Panic devices: model. */
  Optional<Capability> panic();

  /** What is said of a kind of device, by the name of its element, such as {@code hostdev}. */
  default Optional<Capability> device(String element) {
    return switch (element) {
      case "disk" -> disk();
      case "graphics" -> graphics();
      case "video" -> video();
      case "hostdev" -> hostDevice();
      case "rng" -> rng();
      case "filesystem" -> filesystem();
      case "tpm" -> tpm();
      case "redirdev" -> redirDevice();
      case "channel" -> channel();
      case "crypto" -> crypto();
      case "interface" -> networkInterface();
      case "panic" -> panic();
      default -> DeviceCapabilitiesXml.newer(extras(), element);
    };
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDeviceCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DeviceCapabilitiesXml extends XmlMapping<DeviceCapabilities> {

  DeviceCapabilitiesXml() {
    super("devices");
  }

  /** What a newer libvirt says of a kind of device that has no name here. */
  static Optional<Capability> newer(Extras extras, String element) {
    for (XmlElement found : extras.elements(element)) {
      Optional<String> supported = found.attribute("supported");
      if (supported.isPresent()) {
        Capability.Builder b = Capability.builder().supported(supported.get().equals("yes"));
        for (XmlElement child : found.children()) {
          if (child.name().equals("enum"))
            b.addList(ValueList.XML.parse(child, Strictness.LENIENT));
        }
        return Optional.of(b.build());
      }
    }
    return Optional.empty();
  }

  @Override
  protected DeviceCapabilities read(XmlIn in) {
    DeviceCapabilities.Builder b = DeviceCapabilities.builder();
    XmlIn disk = in.child("disk");
    if (disk.present()) b.disk(disk.read(Capability.XML));
    XmlIn graphics = in.child("graphics");
    if (graphics.present()) b.graphics(graphics.read(Capability.XML));
    XmlIn video = in.child("video");
    if (video.present()) b.video(video.read(Capability.XML));
    XmlIn hostdev = in.child("hostdev");
    if (hostdev.present()) b.hostDevice(hostdev.read(Capability.XML));
    XmlIn rng = in.child("rng");
    if (rng.present()) b.rng(rng.read(Capability.XML));
    XmlIn filesystem = in.child("filesystem");
    if (filesystem.present()) b.filesystem(filesystem.read(Capability.XML));
    XmlIn tpm = in.child("tpm");
    if (tpm.present()) b.tpm(tpm.read(Capability.XML));
    XmlIn redirdev = in.child("redirdev");
    if (redirdev.present()) b.redirDevice(redirdev.read(Capability.XML));
    XmlIn channel = in.child("channel");
    if (channel.present()) b.channel(channel.read(Capability.XML));
    XmlIn crypto = in.child("crypto");
    if (crypto.present()) b.crypto(crypto.read(Capability.XML));
    XmlIn interfacePart = in.child("interface");
    if (interfacePart.present()) b.networkInterface(interfacePart.read(Capability.XML));
    XmlIn panic = in.child("panic");
    if (panic.present()) b.panic(panic.read(Capability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DeviceCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.write("disk", Capability.XML, value.disk());
    out.write("graphics", Capability.XML, value.graphics());
    out.write("video", Capability.XML, value.video());
    out.write("hostdev", Capability.XML, value.hostDevice());
    out.write("rng", Capability.XML, value.rng());
    out.write("filesystem", Capability.XML, value.filesystem());
    out.write("tpm", Capability.XML, value.tpm());
    out.write("redirdev", Capability.XML, value.redirDevice());
    out.write("channel", Capability.XML, value.channel());
    out.write("crypto", Capability.XML, value.crypto());
    out.write("interface", Capability.XML, value.networkInterface());
    out.write("panic", Capability.XML, value.panic());
    out.end();
  }
}
