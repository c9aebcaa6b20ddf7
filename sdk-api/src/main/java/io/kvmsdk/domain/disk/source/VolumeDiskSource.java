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
 * A disk whose data is a volume of a storage pool. Since libvirt 1.0.5; libvirt only.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VolumeDiskSource extends DiskSource, WithVolumeDiskSource
    permits ImmutableVolumeDiskSource {

  /** How it is read and written. */
  XmlMapping<VolumeDiskSource> XML = new VolumeDiskSourceXml();

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
    return "volume";
  }

  /** The name of the pool. */
  Optional<String> pool();

  /** The name of the volume. */
  Optional<String> volume();

  /** How a volume of an iSCSI pool is reached. Absent means by the host. Since libvirt 1.1.1. */
  Optional<VolumeMode> mode();

  /**
   * What to do when the volume is not there at the start; only where it is a file. Absent means to
   * refuse. Since libvirt 0.9.7.
   */
  Optional<StartupPolicy> startupPolicy();

  @Override
  Optional<Integer> index();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  /**
   * How the volume is labelled, for each security driver; only where it is a file or a device.
   * Since libvirt 0.9.9.
   */
  List<SourceSecurityLabel> securityLabels();

  @Override
  Optional<StorageEncryption> encryption();

  @Override
  default VolumeDiskSource withoutSecrets() {
    return withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeDiskSourceXml extends XmlMapping<VolumeDiskSource> {

  VolumeDiskSourceXml() {
    super("source");
  }

  @Override
  protected VolumeDiskSource read(XmlIn in) {
    VolumeDiskSource.Builder b = VolumeDiskSource.builder();
    if (in.attr("pool")) b.pool(in.value());
    if (in.attr("volume")) b.volume(in.value());
    if (in.attr("mode")) b.mode(new VolumeMode(in.value()));
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
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VolumeDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("pool", value.pool());
    out.attr("volume", value.volume());
    out.attr("mode", value.mode());
    out.attr("startupPolicy", value.startupPolicy());
    out.attr("index", value.index());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.beginPart("slices");
    out.writeAll("slice", DiskSlice.XML, value.slices());
    out.end();
    out.write("dataStore", DiskDataStore.XML, value.dataStore());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.end();
  }
}
