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
 * A disk whose data is a file of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FileDiskSource extends DiskSource, WithFileDiskSource
    permits ImmutableFileDiskSource {

  /** How it is read and written. */
  XmlMapping<FileDiskSource> XML = new FileDiskSourceXml();

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
    return "file";
  }

  /** The absolute path; absent for a drive without a medium. */
  Optional<String> file();

  /**
   * The group of open files, associated with the domain by the client, that is used instead of
   * opening the path. Since libvirt 9.0.0.
   */
  Optional<String> fdGroup();

  /**
   * What to do when the file is not there at the start. Absent means to refuse. Since libvirt
   * 0.9.7.
   */
  Optional<StartupPolicy> startupPolicy();

  @Override
  Optional<Integer> index();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  /** How the file is labelled, for each security driver. Since libvirt 0.9.9. */
  List<SourceSecurityLabel> securityLabels();

  @Override
  Optional<StorageEncryption> encryption();

  @Override
  default FileDiskSource withoutSecrets() {
    return withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFileDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FileDiskSourceXml extends XmlMapping<FileDiskSource> {

  FileDiskSourceXml() {
    super("source");
  }

  @Override
  protected FileDiskSource read(XmlIn in) {
    FileDiskSource.Builder b = FileDiskSource.builder();
    if (in.attr("file")) b.file(in.value());
    if (in.attr("fdgroup")) b.fdGroup(in.value());
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
  protected void write(FileDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("file", value.file());
    out.attr("fdgroup", value.fdGroup());
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
