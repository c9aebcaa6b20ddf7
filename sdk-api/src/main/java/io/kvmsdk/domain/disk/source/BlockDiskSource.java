package io.kvmsdk.domain.disk.source;

import io.kvmsdk.domain.device.SourceSecurityLabel;
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
 * A disk whose data is a block device of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BlockDiskSource extends DiskSource, WithBlockDiskSource
    permits ImmutableBlockDiskSource {

  /** How it is read and written. */
  XmlMapping<BlockDiskSource> XML = new BlockDiskSourceXml();

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
    return "block";
  }

  /** The absolute path, such as {@code /dev/vg/web-1}; absent for a drive without a medium. */
  Optional<String> device();

  /**
   * What to do when the device is not there at the start. Absent means to refuse. Since libvirt
   * 0.9.7.
   */
  Optional<StartupPolicy> startupPolicy();

  @Override
  Optional<Integer> index();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  /** How the device is labelled, for each security driver. Since libvirt 0.9.9. */
  List<SourceSecurityLabel> securityLabels();

  @Override
  Optional<StorageEncryption> encryption();

  /**
   * How the guest can make persistent SCSI reservations; wants {@code lun} as the kind of disk.
   * Absent means that it cannot. Since libvirt 4.4.0.
   */
  Optional<PersistentReservations> reservations();

  @Override
  default BlockDiskSource withoutSecrets() {
    return withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBlockDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlockDiskSourceXml extends XmlMapping<BlockDiskSource> {

  BlockDiskSourceXml() {
    super("source");
  }

  @Override
  protected BlockDiskSource read(XmlIn in) {
    BlockDiskSource.Builder b = BlockDiskSource.builder();
    if (in.attr("dev")) b.device(in.value());
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    if (in.intAttr("index")) b.index(in.intValue());
    XmlIn slices = in.child("slices");
    for (XmlIn slicesSlice : slices.children("slice")) b.addSlice(slicesSlice.read(DiskSlice.XML));
    XmlIn dataStore = in.child("dataStore");
    if (dataStore.present()) b.dataStore(dataStore.read(DiskDataStore.XML));
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    XmlIn reservations = in.child("reservations");
    if (reservations.present()) b.reservations(reservations.read(PersistentReservations.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BlockDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.attr("startupPolicy", value.startupPolicy());
    out.attr("index", value.index());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.beginPart("slices");
    out.writeAll("slice", DiskSlice.XML, value.slices());
    out.end();
    out.write("dataStore", DiskDataStore.XML, value.dataStore());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.write("reservations", PersistentReservations.XML, value.reservations());
    out.end();
  }
}
