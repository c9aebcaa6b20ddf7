package io.kvmsdk.storage.pool;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * The SCSI adapter that a pool's units are behind.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
public sealed interface PoolAdapter permits FcHostAdapter, ScsiHostAdapter, UnknownPoolAdapter {

  /** How it is read and written. */
  XmlMapping<PoolAdapter> XML = new PoolAdapterXml();

  /** The adapter of that name, such as {@code scsi_host1}; the number may change with a boot. */
  static PoolAdapter scsiHost(String name) {
    return ScsiHostAdapter.builder().name(name).build();
  }

  /** The adapter at a place on the host, one of those at it by their number. */
  static PoolAdapter scsiHost(PciAddress address, int uniqueId) {
    return ScsiHostAdapter.builder().address(HostPciAddress.of(address)).uniqueId(uniqueId).build();
  }

  /** A virtual Fibre Channel adapter, by its world wide names. */
  static PoolAdapter fcHost(String wwnn, String wwpn) {
    return FcHostAdapter.builder().wwnn(wwnn).wwpn(wwpn).build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class PoolAdapterXml extends XmlMapping<PoolAdapter> {

  PoolAdapterXml() {
    super("adapter");
  }

  @Override
  protected PoolAdapter read(XmlIn in) {
    String type = in.attrOr("type", "scsi_host");
    return switch (type) {
      case "scsi_host" -> in.read(ScsiHostAdapter.XML);
      case "fc_host" -> in.read(FcHostAdapter.XML);
      default -> UnknownPoolAdapter.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(PoolAdapter value, String name, XmlOut out) {
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
