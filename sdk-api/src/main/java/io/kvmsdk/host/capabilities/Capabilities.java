package io.kvmsdk.host.capabilities;

import io.kvmsdk.host.topology.NumaTopology;
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
 * What a host is and which guests its hypervisor can run: the document that libvirt gives for a
 * connection. What a single emulator and machine type can do is in DomainCapabilities.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#element-and-attribute-overview">libvirt: Driver
 *     capabilities XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface Capabilities extends Document, WithCapabilities {

  /** How it is read and written. */
  XmlMapping<Capabilities> XML = new CapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <capabilities>} says, keeping what has no name here. */
  static Capabilities fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <capabilities>} says. */
  static Capabilities fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The machine. */
  HostMachine host();

  /** The kinds of guest it can run, one for each architecture and kind of operating system. */
  List<GuestCapabilities> guests();

  /** The kinds of guest of an architecture, such as {@code x86_64}. */
  default List<GuestCapabilities> guests(String arch) {
    return guests().stream().filter(guest -> guest.arch().equals(arch)).toList();
  }

  /**
   * Whether a guest of that architecture can be run by that kind of hypervisor, such as {@code
   * x86_64} by {@code kvm}.
   */
  default boolean supports(String arch, String domainType) {
    return guests(arch).stream().anyMatch(guest -> guest.domain(domainType).isPresent());
  }

  /** The NUMA nodes of the machine, with their memory and CPUs. */
  default Optional<NumaTopology> topology() {
    return host().topology();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CapabilitiesXml extends XmlMapping<Capabilities> {

  CapabilitiesXml() {
    super("capabilities");
  }

  @Override
  protected Capabilities read(XmlIn in) {
    Capabilities.Builder b = Capabilities.builder();
    XmlIn host = in.child("host");
    if (!host.present()) throw in.missing("host");
    b.host(host.read(HostMachine.XML));
    for (XmlIn guest : in.children("guest")) b.addGuest(guest.read(GuestCapabilities.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Capabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.write("host", HostMachine.XML, value.host());
    out.writeAll("guest", GuestCapabilities.XML, value.guests());
    out.end();
  }
}
