package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A class of interfaces on a network, with settings of their own. Since libvirt 0.9.4.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#portgroups">libvirt: Portgroups</a>
 */
@Value.Immutable
@ValueStyle
public interface PortGroup extends WithPortGroup {

  /** How it is read and written. */
  XmlMapping<PortGroup> XML = new PortGroupXml();

  /** One of that name that says nothing yet. */
  static PortGroup of(String name) {
    return builder().name(name).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name, which interfaces refer to. */
  String name();

  /** Whether interfaces that name no group are in this one. Absent means no. */
  Optional<Boolean> defaultGroup();

  /**
   * Whether the host follows when a guest changes its address and filters. Absent means what the
   * network says. Since libvirt 1.2.10.
   */
  Optional<Boolean> trustGuestRxFilters();

  /** The VLANs of its interfaces. Since libvirt 0.10.0. */
  Optional<Vlan> vlan();

  /** How much traffic may pass at each of its interfaces. Since libvirt 1.0.1. */
  Optional<Bandwidth> bandwidth();

  /** What the switch has to know of its interfaces. */
  Optional<VirtualPort> virtualPort();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePortGroup.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PortGroupXml extends XmlMapping<PortGroup> {

  PortGroupXml() {
    super("portgroup");
  }

  @Override
  protected PortGroup read(XmlIn in) {
    PortGroup.Builder b = PortGroup.builder();
    b.name(in.required("name"));
    if (in.yesNo("default")) b.defaultGroup(in.flag());
    if (in.yesNo("trustGuestRxFilters")) b.trustGuestRxFilters(in.flag());
    XmlIn vlan = in.child("vlan");
    if (vlan.present()) b.vlan(vlan.read(Vlan.XML));
    XmlIn bandwidth = in.child("bandwidth");
    if (bandwidth.present()) b.bandwidth(bandwidth.read(Bandwidth.XML));
    XmlIn virtualport = in.child("virtualport");
    if (virtualport.present()) b.virtualPort(virtualport.read(VirtualPort.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PortGroup value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.yesNo("default", value.defaultGroup());
    out.yesNo("trustGuestRxFilters", value.trustGuestRxFilters());
    out.write("vlan", Vlan.XML, value.vlan());
    out.write("bandwidth", Bandwidth.XML, value.bandwidth());
    out.write("virtualport", VirtualPort.XML, value.virtualPort());
    out.end();
  }
}
