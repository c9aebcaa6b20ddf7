package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where the blocks are of a qcow2 image that keeps them apart from what describes them. Since
 * libvirt 10.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskDataStore extends WithDiskDataStore {

  /** How it is read and written. */
  XmlMapping<DiskDataStore> XML = new DiskDataStoreXml();

  /** A raw one at that place. */
  static DiskDataStore raw(DiskSource source) {
    return builder().source(source).format(DiskFormat.RAW).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Where they are. */
  DiskSource source();

  /** Their format; only raw can be had. */
  DiskFormat format();

  /** How much QEMU keeps in memory, at most, of what describes an image. */
  Optional<ByteSize> metadataCacheSize();

  /** The same without secrets; see {@link DiskSource#withoutSecrets()}. */
  default DiskDataStore withoutSecrets() {
    return withSource(source().withoutSecrets());
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskDataStore.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskDataStoreXml extends XmlMapping<DiskDataStore> {

  DiskDataStoreXml() {
    super("dataStore");
  }

  @Override
  protected DiskDataStore read(XmlIn in) {
    DiskDataStore.Builder b = DiskDataStore.builder();
    b.source(in.read(DiskSource.XML));
    XmlIn format = in.child("format");
    b.format(new DiskFormat(format.required("type")));
    XmlIn formatMetadataCache = format.child("metadata_cache");
    if (formatMetadataCache.child("max_size").sizeText("B")) b.metadataCacheSize(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskDataStore value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.beginPart("format");
    out.attr("type", value.format().toString());
    out.beginPart("metadata_cache");
    out.partSize("max_size", value.metadataCacheSize());
    out.end();
    out.end();
    out.write(DiskSource.XML, value.source());
    out.end();
  }
}
