package io.kvmsdk.storage.volume;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.storage.StoragePermissions;
import io.kvmsdk.storage.StorageTimestamps;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a volume is on the host: its format, and the file or device that it is.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-volume-target-elements">libvirt:
 *     Storage volume target elements</a>
 */
@Value.Immutable
@ValueStyle
public interface VolumeTarget extends WithVolumeTarget {

  /** How it is read and written. */
  XmlMapping<VolumeTarget> XML = new VolumeTargetXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The absolute path on the host; libvirt writes it. */
  Optional<String> path();

  /** The format. Absent means what is usual for the pool. */
  Optional<VolumeFormat> format();

  /** Of the file. */
  Optional<StoragePermissions> permissions();

  /** When the file was read and changed; libvirt writes it. Since libvirt 0.10.0. */
  Optional<StorageTimestamps> timestamps();

  /** How it is encrypted. */
  Optional<StorageEncryption> encryption();

  /** The version of qcow2: {@code 0.10} or {@code 1.1}. Absent means 1.1. Since libvirt 1.1.0. */
  Optional<String> compat();

  /** Whether a file on btrfs is not copied on write. Since libvirt 1.2.7. */
  boolean noCopyOnWrite();

  /** The size of a qcow2 image's clusters. Since libvirt 7.4.0. */
  Optional<ByteSize> clusterSize();

  /** Whether qcow2 writes its reference counts late. Since libvirt 1.1.0. */
  boolean lazyRefcounts();

  /** Whether qcow2 has subclusters. */
  boolean extendedL2();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeTarget.Builder {
    Builder() {
      extras(Extras.NONE);
      noCopyOnWrite(false);
      lazyRefcounts(false);
      extendedL2(false);
    }
  }
}

final class VolumeTargetXml extends XmlMapping<VolumeTarget> {

  VolumeTargetXml() {
    super("target");
  }

  @Override
  protected VolumeTarget read(XmlIn in) {
    VolumeTarget.Builder b = VolumeTarget.builder();
    if (in.child("path").text()) b.path(in.value());
    if (in.child("format").attr("type")) b.format(new VolumeFormat(in.value()));
    XmlIn permissions = in.child("permissions");
    if (permissions.present()) b.permissions(permissions.read(StoragePermissions.XML));
    XmlIn timestamps = in.child("timestamps");
    if (timestamps.present()) b.timestamps(timestamps.read(StorageTimestamps.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    if (in.child("compat").text()) b.compat(in.value());
    b.noCopyOnWrite(in.has("nocow"));
    if (in.child("clusterSize").sizeText("B")) b.clusterSize(in.size());
    XmlIn features = in.child("features");
    b.lazyRefcounts(features.has("lazy_refcounts"));
    b.extendedL2(features.has("extended_l2"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VolumeTarget value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("path", value.path());
    out.part("format", "type", value.format());
    out.write("permissions", StoragePermissions.XML, value.permissions());
    out.write("timestamps", StorageTimestamps.XML, value.timestamps());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.partText("compat", value.compat());
    out.flag("nocow", value.noCopyOnWrite());
    out.partSize("clusterSize", value.clusterSize());
    out.beginPart("features");
    out.flag("lazy_refcounts", value.lazyRefcounts());
    out.flag("extended_l2", value.extendedL2());
    out.end();
    out.end();
  }
}
