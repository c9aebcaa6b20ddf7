package io.kvmsdk.storage;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * A SCSI adapter of the host: the one that the units of a pool, or a unit that a guest has, are
 * behind.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
public sealed interface HostAdapter permits FcHostAdapter, ScsiHostAdapter, UnknownHostAdapter {

  /** How it is read and written. */
  XmlMapping<HostAdapter> XML = new HostAdapterXml();

  /** The adapter of that name, such as {@code scsi_host1}; the number may change with a boot. */
  static HostAdapter scsiHost(String name) {
    return ScsiHostAdapter.builder().name(name).build();
  }

  /** The adapter at a place on the host, one of those at it by their number. */
  static HostAdapter scsiHost(PciAddress address, int uniqueId) {
    return ScsiHostAdapter.builder().address(HostPciAddress.of(address)).uniqueId(uniqueId).build();
  }

  /** A virtual Fibre Channel adapter, by its world wide names. */
  static HostAdapter fcHost(String wwnn, String wwpn) {
    return FcHostAdapter.builder().wwnn(wwnn).wwpn(wwpn).build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class HostAdapterXml extends XmlMapping<HostAdapter> {

  HostAdapterXml() {
    super("adapter");
  }

  @Override
  protected HostAdapter read(XmlIn in) {
    String type = in.attrOr("type", "scsi_host");
    return switch (type) {
      case "scsi_host" -> in.read(ScsiHostAdapter.XML);
      case "fc_host" -> in.read(FcHostAdapter.XML);
      default -> UnknownHostAdapter.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(HostAdapter value, String name, XmlOut out) {
    if (value instanceof ScsiHostAdapter scsiHostAdapter) {
      out.write(name, ScsiHostAdapter.XML, scsiHostAdapter);
    } else if (value instanceof FcHostAdapter fcHostAdapter) {
      out.write(name, FcHostAdapter.XML, fcHostAdapter);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
