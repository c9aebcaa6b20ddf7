package io.kvmsdk.domain.snapshot;

import io.kvmsdk.domain.disk.DiskSnapshotMode;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What becomes of one disk in a snapshot. Since libvirt 0.9.5.
 *
 * @see <a href="https://libvirt.org/formatsnapshot.html#snapshot-xml">libvirt: Snapshot XML</a>
 */
@Value.Immutable
@ValueStyle
public interface SnapshotDisk extends WithSnapshotDisk {

  /** How it is read and written. */
  XmlMapping<SnapshotDisk> XML = new SnapshotDiskXml();

  /**
   * Its image is kept, and a new file begun on top of it.
   *
   * @param target the target of the disk, such as {@code vda}
   * @param file the absolute path of the new file
   */
  static SnapshotDisk external(String target, String file) {
    return external(target, DiskSource.file(file));
  }

  /** Its image is kept, and a new one begun on top of it: a file, a block device or on a server. */
  static SnapshotDisk external(String target, DiskSource source) {
    return builder().name(target).snapshot(DiskSnapshotMode.EXTERNAL).source(source).build();
  }

  /**
   * Its image is kept, and a new one begun on top of it, of which the hypervisor makes up the name.
   */
  static SnapshotDisk external(String target) {
    return builder().name(target).snapshot(DiskSnapshotMode.EXTERNAL).build();
  }

  /** What it holds is kept within its image, which has to be qcow2. */
  static SnapshotDisk internal(String target) {
    return builder().name(target).snapshot(DiskSnapshotMode.INTERNAL).build();
  }

  /** It is left out. */
  static SnapshotDisk excluded(String target) {
    return builder().name(target).snapshot(DiskSnapshotMode.NO).build();
  }

  /** Somebody else takes it, while the domain stands paused. Since libvirt 8.2.0. */
  static SnapshotDisk manual(String target) {
    return builder().name(target).snapshot(DiskSnapshotMode.MANUAL).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <disk>} says, keeping what has no name here. */
  static SnapshotDisk fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <disk>} says. */
  static SnapshotDisk fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <disk>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * The target of the disk, such as vda, or the path of its source where no other disk has that.
   */
  String name();

  /** What becomes of it. Absent means what the disk's definition says. */
  Optional<DiskSnapshotMode> snapshot();

  /**
   * The new image. Absent means that the hypervisor makes up a name beside the old one, which it
   * can for a file only.
   */
  Optional<DiskSource> source();

  /** The format of the new image. Absent means qcow2. */
  Optional<DiskFormat> format();

  /** How much QEMU keeps in memory, at most, of what describes the new qcow2 image. */
  Optional<ByteSize> metadataCacheSize();

  /**
   * Whether a deletion of the snapshot was broken off, so that the images are not consistent until
   * it is asked for again. Only libvirt says it. Since libvirt 9.0.0.
   */
  boolean deletionInProgress();

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if there is a new image for a disk that gets none
   */
  @Value.Check
  default void checkConsistent() {
    if (snapshot().isPresent()
        && List.of(DiskSnapshotMode.NO, DiskSnapshotMode.INTERNAL, DiskSnapshotMode.MANUAL)
            .contains(snapshot().get())
        && source().filter(source -> !source.equals(DiskSource.empty())).isPresent()) {
      throw new InvalidDefinitionException(
          "disk/source",
          source().get().type(),
          "no new image where snapshot is " + snapshot().get());
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSnapshotDisk.Builder {
    Builder() {
      extras(Extras.NONE);
      deletionInProgress(false);
    }
  }
}

final class SnapshotDiskXml extends XmlMapping<SnapshotDisk> {

  SnapshotDiskXml() {
    super("disk");
  }

  @Override
  protected SnapshotDisk read(XmlIn in) {
    SnapshotDisk.Builder b = SnapshotDisk.builder();
    if (in.attr("type") || in.child("source").present()) b.source(in.read(DiskSource.XML));
    b.name(in.required("name"));
    if (in.attr("snapshot")) b.snapshot(new DiskSnapshotMode(in.value()));
    XmlIn driver = in.child("driver");
    if (driver.attr("type")) b.format(new DiskFormat(in.value()));
    XmlIn driverMetadataCache = driver.child("metadata_cache");
    if (driverMetadataCache.child("max_size").sizeText("B")) b.metadataCacheSize(in.size());
    b.deletionInProgress(in.has("snapshotDeleteInProgress"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SnapshotDisk value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("snapshot", value.snapshot());
    out.attr("type", value.source().map(DiskSource::type));
    if (value.source().isPresent()) out.write(DiskSource.XML, value.source().get());
    out.beginPart("driver");
    out.attr("type", value.format());
    out.beginPart("metadata_cache");
    out.partSize("max_size", value.metadataCacheSize());
    out.end();
    out.end();
    out.flag("snapshotDeleteInProgress", value.deletionInProgress());
    out.end();
  }
}
