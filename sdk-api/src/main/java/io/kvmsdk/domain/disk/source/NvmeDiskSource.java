package io.kvmsdk.domain.disk.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A disk whose data is a namespace of an NVMe controller, which QEMU drives itself, past the host's
 * kernel. Since libvirt 6.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NvmeDiskSource extends DiskSource, WithNvmeDiskSource
    permits ImmutableNvmeDiskSource {

  /** How it is read and written. */
  XmlMapping<NvmeDiskSource> XML = new NvmeDiskSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "nvme";
  }

  /** How the controller is named: always {@code pci}. */
  String addressType();

  /** The number of the namespace, from 1. */
  long namespace();

  /** Whether libvirt takes the controller from the host and gives it back. Absent means no. */
  Optional<Boolean> managed();

  /** What to do when it is not there at the start. Absent means to refuse. */
  Optional<StartupPolicy> startupPolicy();

  @Override
  Optional<Integer> index();

  /** The place of the controller on the host. */
  HostPciAddress address();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  @Override
  Optional<StorageEncryption> encryption();

  @Override
  default NvmeDiskSource withoutSecrets() {
    return withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNvmeDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
      addressType("pci");
    }
  }
}

final class NvmeDiskSourceXml extends XmlMapping<NvmeDiskSource> {

  NvmeDiskSourceXml() {
    super("source");
  }

  @Override
  protected NvmeDiskSource read(XmlIn in) {
    NvmeDiskSource.Builder b = NvmeDiskSource.builder();
    b.addressType(in.required("type"));
    if (!in.longAttr("namespace")) throw in.missing("@namespace");
    b.namespace(in.longValue());
    if (in.yesNo("managed")) b.managed(in.flag());
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    if (in.intAttr("index")) b.index(in.intValue());
    XmlIn address = in.child("address");
    if (!address.present()) throw in.missing("address");
    b.address(address.read(HostPciAddress.XML));
    XmlIn slices = in.child("slices");
    for (XmlIn slicesSlice : slices.children("slice")) b.addSlice(slicesSlice.read(DiskSlice.XML));
    XmlIn dataStore = in.child("dataStore");
    if (dataStore.present()) b.dataStore(dataStore.read(DiskDataStore.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NvmeDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("type", value.addressType());
    out.attr("namespace", value.namespace());
    out.yesNo("managed", value.managed());
    out.attr("startupPolicy", value.startupPolicy());
    out.attr("index", value.index());
    out.write("address", HostPciAddress.XML, value.address());
    out.beginPart("slices");
    out.writeAll("slice", DiskSlice.XML, value.slices());
    out.end();
    out.write("dataStore", DiskDataStore.XML, value.dataStore());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.end();
  }
}
