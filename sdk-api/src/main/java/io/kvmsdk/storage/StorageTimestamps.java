package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When a file was read and changed; libvirt writes it. Since libvirt 0.10.0.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-volume-target-elements">libvirt:
 *     Storage volume target elements</a>
 */
@Value.Immutable
@ValueStyle
public interface StorageTimestamps extends WithStorageTimestamps {

  /** How it is read and written. */
  XmlMapping<StorageTimestamps> XML = new StorageTimestampsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** When it was read last. */
  Optional<StorageTimestamp> accessed();

  /** When it came to be. */
  Optional<StorageTimestamp> created();

  /** When its content or what is known of it changed last. */
  Optional<StorageTimestamp> statusChanged();

  /** When its content changed last. */
  Optional<StorageTimestamp> modified();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStorageTimestamps.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StorageTimestampsXml extends XmlMapping<StorageTimestamps> {

  StorageTimestampsXml() {
    super("timestamps");
  }

  @Override
  protected StorageTimestamps read(XmlIn in) {
    StorageTimestamps.Builder b = StorageTimestamps.builder();
    if (in.child("atime").text()) b.accessed(new StorageTimestamp(in.value()));
    if (in.child("btime").text()) b.created(new StorageTimestamp(in.value()));
    if (in.child("ctime").text()) b.statusChanged(new StorageTimestamp(in.value()));
    if (in.child("mtime").text()) b.modified(new StorageTimestamp(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StorageTimestamps value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("atime", value.accessed());
    out.partText("btime", value.created());
    out.partText("ctime", value.statusChanged());
    out.partText("mtime", value.modified());
    out.end();
  }
}
