package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one hypervisor can do for the domains of one architecture and machine type. Since libvirt
 * 1.2.7.
 *
 * <p>What is absent is not said, which means neither that it can be had nor that it cannot.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#element-and-attribute-overview">libvirt:
 *     Domain capabilities XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface DomainCapabilities extends Document, WithDomainCapabilities {

  /** How it is read and written. */
  XmlMapping<DomainCapabilities> XML = new DomainCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <domainCapabilities>} says, keeping what has no name here. */
  static DomainCapabilities fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <domainCapabilities>} says. */
  static DomainCapabilities fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The path of the hypervisor's program. Absent where it has none. */
  Optional<String> path();

  /** The kind of domain, such as kvm. */
  String domainType();

  /**
   * The machine type, by the name that does not change its meaning. Absent where the hypervisor has
   * none.
   */
  Optional<String> machine();

  /** The architecture, such as x86_64. */
  String arch();

  /** How many vCPUs a domain can have at most. */
  Optional<Integer> maxVcpus();

  /** Whether a domain can have threads for its input and output. */
  Optional<Boolean> ioThreads();

  /** What can boot it. */
  Optional<OsCapability> os();

  /** What CPUs it can have. */
  Optional<CpuCapabilities> cpu();

  /** Where its memory can be: sourceType. */
  Optional<Capability> memoryBacking();

  /** What devices it can have. */
  Optional<DeviceCapabilities> devices();

  /** What else it can have. */
  Optional<FeatureCapabilities> features();

  /** What is said of a kind of device, by the name of its element, such as {@code disk}. */
  default Optional<Capability> device(String element) {
    return devices().flatMap(devices -> devices.device(element));
  }

  /** Whether it is said that domains can have a kind of device, such as {@code tpm}. */
  default boolean supportsDevice(String element) {
    return device(element).filter(Capability::supported).isPresent();
  }

  /**
   * Whether it is said that a kind of device can have a value of a list: {@code
   * supportsDevice("disk", "bus", DiskBus.VIRTIO)}.
   *
   * @param value the value, as it prints
   */
  default boolean supportsDevice(String element, String list, Object value) {
    return device(element).filter(device -> device.supports(list, value)).isPresent();
  }

  /** The kinds of firmware that libvirt can choose an image for, such as {@code efi}. */
  default List<String> firmwares() {
    return os().map(OsCapability::firmwares).orElse(List.of());
  }

  /**
   * The names of the CPU models with which a domain can start on this host, those that its
   * hypervisor is going to drop among them.
   */
  default List<String> usableCpuModels() {
    return cpu().flatMap(CpuCapabilities::custom).stream()
        .flatMap(custom -> custom.usableModels().stream())
        .map(CustomCpuModel::name)
        .toList();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDomainCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DomainCapabilitiesXml extends XmlMapping<DomainCapabilities> {

  DomainCapabilitiesXml() {
    super("domainCapabilities");
  }

  @Override
  protected DomainCapabilities read(XmlIn in) {
    DomainCapabilities.Builder b = DomainCapabilities.builder();
    if (in.child("path").text()) b.path(in.value());
    XmlIn domain = in.child("domain");
    if (!domain.text()) throw domain.unreadable("a text");
    b.domainType(in.value());
    if (in.child("machine").text()) b.machine(in.value());
    XmlIn arch = in.child("arch");
    if (!arch.text()) throw arch.unreadable("a text");
    b.arch(in.value());
    if (in.child("vcpu").intAttr("max")) b.maxVcpus(in.intValue());
    if (in.child("iothreads").yesNo("supported")) b.ioThreads(in.flag());
    XmlIn os = in.child("os");
    if (os.present()) b.os(os.read(OsCapability.XML));
    XmlIn cpu = in.child("cpu");
    if (cpu.present()) b.cpu(cpu.read(CpuCapabilities.XML));
    XmlIn memoryBacking = in.child("memoryBacking");
    if (memoryBacking.present()) b.memoryBacking(memoryBacking.read(Capability.XML));
    XmlIn devices = in.child("devices");
    if (devices.present()) b.devices(devices.read(DeviceCapabilities.XML));
    XmlIn features = in.child("features");
    if (features.present()) b.features(features.read(FeatureCapabilities.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DomainCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("path", value.path());
    out.partText("domain", value.domainType());
    out.partText("machine", value.machine());
    out.partText("arch", value.arch());
    out.part("vcpu", "max", value.maxVcpus());
    out.beginPart("iothreads");
    out.yesNo("supported", value.ioThreads());
    out.end();
    out.write("os", OsCapability.XML, value.os());
    out.write("cpu", CpuCapabilities.XML, value.cpu());
    out.write("memoryBacking", Capability.XML, value.memoryBacking());
    out.write("devices", DeviceCapabilities.XML, value.devices());
    out.write("features", FeatureCapabilities.XML, value.features());
    out.end();
  }
}
