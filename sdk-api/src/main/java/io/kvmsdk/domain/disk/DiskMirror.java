package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a job copies a disk's data to, while it runs. libvirt writes it of running domains, and
 * ignores it in what it is given. Since libvirt 0.9.12.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskMirror extends WithDiskMirror {

  /** How it is read and written. */
  XmlMapping<DiskMirror> XML = new DiskMirrorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The file that is copied to, as old clients know it; the same as in the source. */
  Optional<String> file();

  /** The format of that file, as old clients know it; the same as the format. */
  Optional<DiskFormat> legacyFormat();

  /** Where it is copied to. Since libvirt 1.2.6; before, there is only a file. */
  Optional<DiskSource> source();

  /** What kind of job it is. Since libvirt 1.2.7. */
  Optional<MirrorJob> job();

  /** How far it is. Absent means that it still copies. */
  Optional<MirrorReady> ready();

  /** The format of what it is copied to. */
  Optional<DiskFormat> format();

  /**
   * How much QEMU keeps in memory, at most, of what describes a qcow2 image. Since libvirt 7.0.0.
   */
  Optional<ByteSize> metadataCacheSize();

  /** What lies below what it is copied to. */
  Optional<BackingStore> backingStore();

  /** The same without secrets; see {@link DiskSource#withoutSecrets()}. */
  default DiskMirror withoutSecrets() {
    return withSource(source().map(DiskSource::withoutSecrets))
        .withBackingStore(backingStore().map(BackingStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskMirror.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskMirrorXml extends XmlMapping<DiskMirror> {

  DiskMirrorXml() {
    super("mirror");
  }

  @Override
  protected DiskMirror read(XmlIn in) {
    DiskMirror.Builder b = DiskMirror.builder();
    if (in.attr("type") || in.child("source").present()) b.source(in.read(DiskSource.XML));
    if (in.attr("file")) b.file(in.value());
    if (in.attr("format")) b.legacyFormat(new DiskFormat(in.value()));
    if (in.attr("job")) b.job(new MirrorJob(in.value()));
    if (in.attr("ready")) b.ready(new MirrorReady(in.value()));
    XmlIn format = in.child("format");
    if (format.attr("type")) b.format(new DiskFormat(in.value()));
    XmlIn formatMetadataCache = format.child("metadata_cache");
    if (formatMetadataCache.child("max_size").sizeText("B")) b.metadataCacheSize(in.size());
    XmlIn backingStore = in.child("backingStore");
    if (backingStore.present()) b.backingStore(backingStore.read(BackingStore.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskMirror value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().map(DiskSource::type));
    out.attr("file", value.file());
    out.attr("format", value.legacyFormat());
    out.attr("job", value.job());
    out.attr("ready", value.ready());
    out.beginPart("format");
    out.attr("type", value.format());
    out.beginPart("metadata_cache");
    out.partSize("max_size", value.metadataCacheSize());
    out.end();
    out.end();
    if (value.source().isPresent()) out.write(DiskSource.XML, value.source().get());
    out.write("backingStore", BackingStore.XML, value.backingStore());
    out.end();
  }
}
