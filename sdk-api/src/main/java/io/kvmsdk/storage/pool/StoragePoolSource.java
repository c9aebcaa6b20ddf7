package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a pool is made of. What of this has a meaning depends on the kind of pool.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public interface StoragePoolSource extends WithStoragePoolSource {

  /** How it is read and written. */
  XmlMapping<StoragePoolSource> XML = new StoragePoolSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The servers. */
  List<PoolHost> hosts();

  /** The devices, by path, or an iSCSI target by its name. */
  List<PoolDevice> devices();

  /**
   * The absolute path of the directory, on the host or the server; for CIFS the share, without a
   * slash.
   */
  Optional<String> directory();

  /** The SCSI adapter. */
  Optional<PoolAdapter> adapter();

  /** The iSCSI name of who asks. Since libvirt 4.7.0. */
  Optional<String> initiator();

  /** Who logs in, and by which secret. */
  Optional<PoolAuth> auth();

  /** The name of the volume group, the pool or the volume. Since libvirt 0.4.5. */
  Optional<String> name();

  /** The format. Absent means what is usual for the kind of pool. */
  Optional<PoolFormat> format();

  /**
   * Who made the device, where libvirt's schema, yet not libvirt, looks for it in the pools of
   * disks and LVM; see {@link #vendor}.
   */
  Optional<String> formatVendor();

  /** The same of {@link #product}. */
  Optional<String> formatProduct();

  /** Who made the device. Since libvirt 0.8.4. */
  Optional<String> vendor();

  /** The device's product name. Since libvirt 0.8.4. */
  Optional<String> product();

  /** The version of NFS, such as {@code 4.2}. Since libvirt 5.1.0. */
  Optional<String> protocolVersion();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStoragePoolSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StoragePoolSourceXml extends XmlMapping<StoragePoolSource> {

  StoragePoolSourceXml() {
    super("source");
  }

  @Override
  protected StoragePoolSource read(XmlIn in) {
    StoragePoolSource.Builder b = StoragePoolSource.builder();
    for (XmlIn host : in.children("host")) b.addHost(host.read(PoolHost.XML));
    for (XmlIn device : in.children("device")) b.addDevice(device.read(PoolDevice.XML));
    if (in.child("dir").attr("path")) b.directory(in.value());
    XmlIn adapter = in.child("adapter");
    if (adapter.present()) b.adapter(adapter.read(PoolAdapter.XML));
    XmlIn initiator = in.child("initiator");
    if (initiator.child("iqn").attr("name")) b.initiator(in.value());
    XmlIn auth = in.child("auth");
    if (auth.present()) b.auth(auth.read(PoolAuth.XML));
    if (in.child("name").text()) b.name(in.value());
    XmlIn format = in.child("format");
    if (format.attr("type")) b.format(new PoolFormat(in.value()));
    if (format.child("vendor").attr("name")) b.formatVendor(in.value());
    if (format.child("product").attr("name")) b.formatProduct(in.value());
    if (in.child("vendor").attr("name")) b.vendor(in.value());
    if (in.child("product").attr("name")) b.product(in.value());
    if (in.child("protocol").attr("ver")) b.protocolVersion(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StoragePoolSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("host", PoolHost.XML, value.hosts());
    out.writeAll("device", PoolDevice.XML, value.devices());
    out.part("dir", "path", value.directory());
    out.write("adapter", PoolAdapter.XML, value.adapter());
    out.beginPart("initiator");
    out.part("iqn", "name", value.initiator());
    out.end();
    out.write("auth", PoolAuth.XML, value.auth());
    out.partText("name", value.name());
    out.beginPart("format");
    out.attr("type", value.format());
    out.part("vendor", "name", value.formatVendor());
    out.part("product", "name", value.formatProduct());
    out.end();
    out.part("vendor", "name", value.vendor());
    out.part("product", "name", value.product());
    out.part("protocol", "ver", value.protocolVersion());
    out.end();
  }
}
