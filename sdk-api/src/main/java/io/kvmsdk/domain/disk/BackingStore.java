package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What lies below an image: the data of all blocks that the image does not have itself. Without a
 * source it is the end of the chain: there is nothing below. Since libvirt 1.2.4.
 *
 * <p>libvirt writes it of running domains; since libvirt 5.10.0 it also takes it instead of what
 * the image says.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface BackingStore extends WithBackingStore {

  /** How it is read and written. */
  XmlMapping<BackingStore> XML = new BackingStoreXml();

  /** The end of a chain: there is nothing below. */
  static BackingStore end() {
    return builder().build();
  }

  /** An image that lies below, and what is below that is to be found in it. */
  static BackingStore of(DiskFormat format, DiskSource source) {
    return builder().format(format).source(source).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <backingStore>} says, keeping what has no name here. */
  static BackingStore fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <backingStore>} says. */
  static BackingStore fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <backingStore>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Where the image is. Absent for the end of the chain. */
  Optional<DiskSource> source();

  /**
   * The number by which block jobs of a running domain name this layer, as in {@code vda[3]}.
   * libvirt ignores it in what it is given.
   */
  Optional<Integer> index();

  /** The format of the image. */
  Optional<DiskFormat> format();

  /**
   * How much QEMU keeps in memory, at most, of what describes a qcow2 image. Since libvirt 7.0.0.
   */
  Optional<ByteSize> metadataCacheSize();

  /** What lies below this image. Absent means that the image says it. */
  Optional<BackingStore> backingStore();

  /** Whether there is nothing below. */
  default boolean isEnd() {
    return source().isEmpty();
  }

  /** The same without secrets; see {@link DiskSource#withoutSecrets()}. */
  default BackingStore withoutSecrets() {
    return withSource(source().map(DiskSource::withoutSecrets))
        .withBackingStore(backingStore().map(BackingStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBackingStore.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BackingStoreXml extends XmlMapping<BackingStore> {

  BackingStoreXml() {
    super("backingStore");
  }

  @Override
  protected BackingStore read(XmlIn in) {
    BackingStore.Builder b = BackingStore.builder();
    if (in.attr("type") || in.child("source").present()) b.source(in.read(DiskSource.XML));
    if (in.intAttr("index")) b.index(in.intValue());
    XmlIn format = in.child("format");
    if (format.attr("type")) b.format(new DiskFormat(in.value()));
    XmlIn formatMetadataCache = format.child("metadata_cache");
    if (formatMetadataCache.child("max_size").sizeText("B")) b.metadataCacheSize(in.size());
    XmlIn backingStore = in.child("backingStore");
    if (backingStore.present()) b.backingStore(backingStore.read(BackingStore.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BackingStore value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().map(DiskSource::type));
    out.attr("index", value.index());
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
