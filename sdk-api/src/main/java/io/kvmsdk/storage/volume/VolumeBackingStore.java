package io.kvmsdk.storage.volume;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StoragePermissions;
import io.kvmsdk.storage.StorageTimestamps;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The image that has what a volume above it does not. Since libvirt 0.6.0.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#backing-store-elements">libvirt: Backing
 *     store elements</a>
 */
@Value.Immutable
@ValueStyle
public interface VolumeBackingStore extends WithVolumeBackingStore {

  /** How it is read and written. */
  XmlMapping<VolumeBackingStore> XML = new VolumeBackingStoreXml();

  /** An image by its absolute path, and its format. */
  static VolumeBackingStore of(String path, VolumeFormat format) {
    return builder().path(path).format(format).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its absolute path. */
  String path();

  /** Its format. Say it: what is guessed from the content can be forged by the guest. */
  Optional<VolumeFormat> format();

  /** Of the file; libvirt writes it. */
  Optional<StoragePermissions> permissions();

  /** When the file was read and changed; libvirt writes it. Since libvirt 0.10.0. */
  Optional<StorageTimestamps> timestamps();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeBackingStore.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeBackingStoreXml extends XmlMapping<VolumeBackingStore> {

  VolumeBackingStoreXml() {
    super("backingStore");
  }

  @Override
  protected VolumeBackingStore read(XmlIn in) {
    VolumeBackingStore.Builder b = VolumeBackingStore.builder();
    XmlIn path = in.child("path");
    if (!path.text()) throw path.unreadable("a text");
    b.path(in.value());
    if (in.child("format").attr("type")) b.format(new VolumeFormat(in.value()));
    XmlIn permissions = in.child("permissions");
    if (permissions.present()) b.permissions(permissions.read(StoragePermissions.XML));
    XmlIn timestamps = in.child("timestamps");
    if (timestamps.present()) b.timestamps(timestamps.read(StorageTimestamps.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VolumeBackingStore value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("path", value.path());
    out.part("format", "type", value.format());
    out.write("permissions", StoragePermissions.XML, value.permissions());
    out.write("timestamps", StorageTimestamps.XML, value.timestamps());
    out.end();
  }
}
