package io.kvmsdk.domain.audio;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A sound card. Since libvirt 0.4.3.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#sound-devices">libvirt: Sound devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Sound extends Device, WithSound {

  /** How it is read and written. */
  XmlMapping<Sound> XML = new SoundXml();

  /** The sound card of a current PC, with its default codec. */
  static Sound ich9() {
    return builder().model(SoundModel.ICH9).build();
  }

  /** A virtio sound card; QEMU's since 8.2. */
  static Sound virtio() {
    return builder().model(SoundModel.VIRTIO).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <sound>} says, keeping what has no name here. */
  static Sound fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <sound>} says. */
  static Sound fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  SoundModel model();

  /** Whether a USB card has more than two channels. Since libvirt 9.4.0. */
  Optional<Boolean> multichannel();

  /** How many streams of sound a virtio card has. Absent means 2. Since libvirt 10.4.0. */
  Optional<Integer> streams();

  /** How a virtio card talks with the host. */
  Optional<VirtioDriver> driver();

  /**
   * What is attached to an ICH6 or ICH9 card. None means a codec to play and record. Since libvirt
   * 0.9.13.
   */
  List<SoundCodec> codecs();

  /**
   * The number of the {@link Audio} that its sound goes to, 1 to 255. Absent means the default one.
   * QEMU's since libvirt 7.2.0.
   */
  Optional<Integer> audioId();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSound.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SoundXml extends XmlMapping<Sound> {

  SoundXml() {
    super("sound");
  }

  @Override
  protected Sound read(XmlIn in) {
    Sound.Builder b = Sound.builder();
    b.model(new SoundModel(in.required("model")));
    if (in.yesNo("multichannel")) b.multichannel(in.flag());
    if (in.intAttr("streams")) b.streams(in.intValue());
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    for (String text : in.attrsOf("codec", "type")) b.addCodec(new SoundCodec(text));
    if (in.child("audio").intAttr("id")) b.audioId(in.intValue());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Sound value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.yesNo("multichannel", value.multichannel());
    out.attr("streams", value.streams());
    out.write("driver", VirtioDriver.XML, value.driver());
    out.partAttrs("codec", "type", value.codecs());
    out.part("audio", "id", value.audioId());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
