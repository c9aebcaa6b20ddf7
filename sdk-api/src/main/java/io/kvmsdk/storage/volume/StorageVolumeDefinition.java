package io.kvmsdk.storage.volume;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume in a storage pool.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-volume-general-metadata">libvirt:
 *     Storage volume general metadata</a>
 */
@Value.Immutable
@ValueStyle
public interface StorageVolumeDefinition extends Document, WithStorageVolumeDefinition {

  /** How it is read and written. */
  XmlMapping<StorageVolumeDefinition> XML = new StorageVolumeDefinitionXml();

  /** A qcow2 image, which grows as it is written to. */
  static StorageVolumeDefinition qcow2(String name, ByteSize capacity) {
    return of(name, capacity, VolumeFormat.QCOW2);
  }

  /** A qcow2 image that holds only what differs from another image. */
  static StorageVolumeDefinition qcow2(String name, ByteSize capacity, VolumeBackingStore backing) {
    return qcow2(name, capacity).withBackingStore(backing);
  }

  /** A raw image without holes made for it; {@link #withAllocation} makes it whole. */
  static StorageVolumeDefinition raw(String name, ByteSize capacity) {
    return of(name, capacity, VolumeFormat.RAW);
  }

  /** A volume of a pool that has one format only, such as LVM or Ceph. */
  static StorageVolumeDefinition of(String name, ByteSize capacity) {
    return builder().name(name).capacity(capacity).build();
  }

  private static StorageVolumeDefinition of(String name, ByteSize capacity, VolumeFormat format) {
    return builder().name(name).capacity(capacity).allocation(ByteSize.ZERO).format(format).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().target(Optional.empty()).from(this);
  }

  /** What {@code <volume>} says, keeping what has no name here. */
  static StorageVolumeDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <volume>} says. */
  static StorageVolumeDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is; libvirt writes it. Since libvirt 1.2.0. */
  Optional<VolumeType> type();

  /** The name, unique in its pool. For a partition, that of the device with its number. */
  String name();

  /** What it is known by beyond its pool; libvirt writes it. */
  Optional<String> key();

  /** Where on the pool's devices it is; libvirt writes it. */
  List<VolumeDevice> devices();

  /** How large it looks. Has to be there when a volume is made. */
  Optional<ByteSize> capacity();

  /**
   * How much of the pool it takes. Absent means all of its capacity at once; less, where the pool
   * can do it, that it grows.
   */
  Optional<ByteSize> allocation();

  /** The size of the file or device on the host; libvirt writes it. Since libvirt 3.0.0. */
  Optional<ByteSize> physical();

  /**
   * How it is on the host. A builder begins with one that says nothing, as libvirt's schema wants
   * it to be there.
   */
  Optional<VolumeTarget> target();

  /** The image that has what this one does not. */
  Optional<VolumeBackingStore> backingStore();

  /** The format; see {@link VolumeTarget#format()}. */
  default Optional<VolumeFormat> format() {
    return target().flatMap(VolumeTarget::format);
  }

  /** The absolute path on the host; see {@link VolumeTarget#path()}. */
  default Optional<String> path() {
    return target().flatMap(VolumeTarget::path);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStorageVolumeDefinition.Builder {

    private @Nullable VolumeFormat format;
    private @Nullable StorageEncryption encryption;

    Builder() {
      extras(Extras.NONE);
      target(VolumeTarget.builder().build());
    }

    /** The format, in the target. */
    public Builder format(VolumeFormat value) {
      format = value;
      return this;
    }

    /** How it is encrypted, in the target. */
    public Builder encryption(StorageEncryption value) {
      encryption = value;
      return this;
    }

    @Override
    public StorageVolumeDefinition build() {
      StorageVolumeDefinition volume = super.build();
      if (format == null && encryption == null) {
        return volume;
      }
      VolumeTarget.Builder target =
          volume.target().map(VolumeTarget::toBuilder).orElseGet(VolumeTarget::builder);
      if (format != null) target.format(format);
      if (encryption != null) target.encryption(encryption);
      return volume.withTarget(target.build());
    }
  }
}

final class StorageVolumeDefinitionXml extends XmlMapping<StorageVolumeDefinition> {

  StorageVolumeDefinitionXml() {
    super("volume");
  }

  @Override
  protected StorageVolumeDefinition read(XmlIn in) {
    StorageVolumeDefinition.Builder b = StorageVolumeDefinition.builder();
    if (in.attr("type")) b.type(new VolumeType(in.value()));
    XmlIn namePart = in.child("name");
    if (!namePart.text()) throw namePart.unreadable("a text");
    b.name(in.value());
    if (in.child("key").text()) b.key(in.value());
    XmlIn source = in.child("source");
    for (XmlIn sourceDevice : source.children("device"))
      b.addDevice(sourceDevice.read(VolumeDevice.XML));
    if (in.child("capacity").sizeText("B")) b.capacity(in.size());
    if (in.child("allocation").sizeText("B")) b.allocation(in.size());
    if (in.child("physical").sizeText("B")) b.physical(in.size());
    XmlIn target = in.child("target");
    b.target(Optional.empty());
    if (target.present()) b.target(target.read(VolumeTarget.XML));
    XmlIn backingStore = in.child("backingStore");
    if (backingStore.present()) b.backingStore(backingStore.read(VolumeBackingStore.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StorageVolumeDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("name", value.name());
    out.partText("key", value.key());
    out.beginPart("source");
    out.writeAll("device", VolumeDevice.XML, value.devices());
    out.end();
    out.partSize("capacity", value.capacity());
    out.partSize("allocation", value.allocation());
    out.partSize("physical", value.physical());
    out.write("target", VolumeTarget.XML, value.target());
    out.write("backingStore", VolumeBackingStore.XML, value.backingStore());
    out.end();
  }
}
