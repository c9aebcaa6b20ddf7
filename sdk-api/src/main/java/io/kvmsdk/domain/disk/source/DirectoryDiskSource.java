package io.kvmsdk.domain.disk.source;

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
 * A disk that shows a directory of the host as a FAT file system. Since libvirt 0.7.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DirectoryDiskSource extends DiskSource, WithDirectoryDiskSource
    permits ImmutableDirectoryDiskSource {

  /** How it is read and written. */
  XmlMapping<DirectoryDiskSource> XML = new DirectoryDiskSourceXml();

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
    return "dir";
  }

  /** The absolute path. */
  Optional<String> directory();

  /**
   * What to do when the directory is not there at the start. Absent means to refuse. Since libvirt
   * 0.9.7.
   */
  Optional<StartupPolicy> startupPolicy();

  @Override
  Optional<Integer> index();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  @Override
  Optional<StorageEncryption> encryption();

  @Override
  default DirectoryDiskSource withoutSecrets() {
    return withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDirectoryDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DirectoryDiskSourceXml extends XmlMapping<DirectoryDiskSource> {

  DirectoryDiskSourceXml() {
    super("source");
  }

  @Override
  protected DirectoryDiskSource read(XmlIn in) {
    DirectoryDiskSource.Builder b = DirectoryDiskSource.builder();
    if (in.attr("dir")) b.directory(in.value());
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    if (in.intAttr("index")) b.index(in.intValue());
    XmlIn slices = in.child("slices");
    for (XmlIn slicesSlice : slices.children("slice")) b.addSlice(slicesSlice.read(DiskSlice.XML));
    XmlIn dataStore = in.child("dataStore");
    if (dataStore.present()) b.dataStore(dataStore.read(DiskDataStore.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DirectoryDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dir", value.directory());
    out.attr("startupPolicy", value.startupPolicy());
    out.attr("index", value.index());
    out.beginPart("slices");
    out.writeAll("slice", DiskSlice.XML, value.slices());
    out.end();
    out.write("dataStore", DiskDataStore.XML, value.dataStore());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.end();
  }
}
