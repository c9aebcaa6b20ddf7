package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A SCSI adapter of the host, by its name, by the PCI device it is, or as a virtual Fibre Channel
 * adapter.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public interface ScsiHostAdapter extends WithScsiHostAdapter {

  /** How it is read and written. */
  XmlMapping<ScsiHostAdapter> XML = new ScsiHostAdapterXml();

  /** An adapter by its name, such as {@code scsi_host0}. */
  static ScsiHostAdapter of(String name) {
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

  /** {@code scsi_host} or {@code fc_host}. Absent means {@code scsi_host}. */
  Optional<String> type();

  /** The name, such as {@code scsi_host0}. */
  Optional<String> name();

  /** The number of the adapter among those of the PCI device. */
  Optional<Integer> uniqueId();

  /** Where the PCI device sits. */
  Optional<HostPciAddress> parentAddress();

  /** The name of the Fibre Channel adapter that the virtual one is made on. */
  Optional<String> parent();

  /** Whether the virtual adapter goes when it is not needed. */
  Optional<Boolean> managed();

  /** The node name of that adapter, 16 hexadecimal digits. */
  Optional<String> parentWwnn();

  /** The port name of that adapter, 16 hexadecimal digits. */
  Optional<String> parentWwpn();

  /** The name of the fabric of that adapter, 16 hexadecimal digits. */
  Optional<String> parentFabricWwn();

  /** The node name of the virtual adapter, 16 hexadecimal digits. */
  Optional<String> wwnn();

  /** The port name of the virtual adapter, 16 hexadecimal digits. */
  Optional<String> wwpn();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiHostAdapter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiHostAdapterXml extends XmlMapping<ScsiHostAdapter> {

  ScsiHostAdapterXml() {
    super("adapter");
  }

  @Override
  protected ScsiHostAdapter read(XmlIn in) {
    ScsiHostAdapter.Builder b = ScsiHostAdapter.builder();
    if (in.attr("type")) b.type(in.value());
    if (in.attr("name")) b.name(in.value());
    if (in.attr("parent")) b.parent(in.value());
    if (in.yesNo("managed")) b.managed(in.flag());
    if (in.attr("parent_wwnn")) b.parentWwnn(in.value());
    if (in.attr("parent_wwpn")) b.parentWwpn(in.value());
    if (in.attr("parent_fabric_wwn")) b.parentFabricWwn(in.value());
    if (in.attr("wwnn")) b.wwnn(in.value());
    if (in.attr("wwpn")) b.wwpn(in.value());
    XmlIn parentaddr = in.child("parentaddr");
    if (parentaddr.intAttr("unique_id")) b.uniqueId(in.intValue());
    XmlIn parentaddrAddress = parentaddr.child("address");
    if (parentaddrAddress.present()) b.parentAddress(parentaddrAddress.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiHostAdapter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("name", value.name());
    out.attr("parent", value.parent());
    out.yesNo("managed", value.managed());
    out.attr("parent_wwnn", value.parentWwnn());
    out.attr("parent_wwpn", value.parentWwpn());
    out.attr("parent_fabric_wwn", value.parentFabricWwn());
    out.attr("wwnn", value.wwnn());
    out.attr("wwpn", value.wwpn());
    out.beginPart("parentaddr");
    out.attr("unique_id", value.uniqueId());
    out.write("address", HostPciAddress.XML, value.parentAddress());
    out.end();
    out.end();
  }
}
