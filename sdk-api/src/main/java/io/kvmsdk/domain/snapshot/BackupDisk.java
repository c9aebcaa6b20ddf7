package io.kvmsdk.domain.snapshot;

import io.kvmsdk.domain.disk.source.BlockDiskSource;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.domain.disk.source.UnknownDiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How one disk takes part in a backup.
 *
 * @see <a href="https://libvirt.org/formatbackup.html#backup-xml">libvirt: Backup XML</a>
 */
@Value.Immutable
@ValueStyle
public interface BackupDisk extends WithBackupDisk {

  /** How it is read and written. */
  XmlMapping<BackupDisk> XML = new BackupDiskXml();

  /** The hypervisor writes it to a file, by its absolute path. */
  static BackupDisk toFile(String target, String file) {
    return builder().name(target).target(DiskSource.file(file)).build();
  }

  /** The hypervisor writes it to a block device, which has to be there. */
  static BackupDisk toBlock(String target, String device) {
    return builder().name(target).target(DiskSource.block(device)).build();
  }

  /** The hypervisor offers it for reading, and keeps in that file what the guest overwrites. */
  static BackupDisk withScratch(String target, String file) {
    return builder().name(target).scratch(DiskSource.file(file)).build();
  }

  /** It takes part as libvirt chooses. */
  static BackupDisk of(String target) {
    return builder().name(target).build();
  }

  /** It does not take part. */
  static BackupDisk excluded(String target) {
    return builder().name(target).backup(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The target of the disk, such as vda. */
  String name();

  /** Whether it takes part. Absent means yes. */
  Optional<Boolean> backup();

  /** What target or scratch is; a builder takes it from these. */
  Optional<BackupDiskType> type();

  /** Whether all of it is wanted, or what has changed. Absent means what the backup says. */
  Optional<BackupDiskMode> backupMode();

  /**
   * The name of a checkpoint: only what has changed since is wanted. Absent means what the backup
   * says.
   */
  Optional<String> incremental();

  /** The name under which it is read; for {@link BackupMode#PULL} only. Absent means its target. */
  Optional<String> exportName();

  /**
   * The name under which it is read which blocks have changed; for {@link BackupMode#PULL} only.
   */
  Optional<String> exportBitmap();

  /** A number by which other calls name the target or scratch; only libvirt says it. */
  Optional<Integer> index();

  /** The format of the target or scratch. Absent means qcow2. */
  Optional<DiskFormat> format();

  /**
   * The file or block device that it is written to; for {@link BackupMode#PUSH} only. Absent means
   * a file that libvirt names.
   */
  Optional<DiskSource> target();

  /**
   * The file or block device that keeps what the guest overwrites meanwhile; for {@link
   * BackupMode#PULL} only. Absent means a file that libvirt names.
   */
  Optional<DiskSource> scratch();

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if target or scratch is neither a file nor a block device,
   *     or another than the type says, or both are there
   */
  @Value.Check
  default void checkConsistent() {
    if (target().isPresent() && scratch().isPresent()) {
      throw new InvalidDefinitionException(
          "disk/scratch", name(), "a target or a scratch, not both");
    }
    Optional<DiskSource> source = target().or(this::scratch);
    if (source.isEmpty()) {
      return;
    }
    String is = source.get().type();
    if (type().filter(type -> !type.value().equals(is)).isPresent()) {
      throw new InvalidDefinitionException("disk/@type", type().get().value(), is);
    }
    if (!(source.get() instanceof FileDiskSource
        || source.get() instanceof BlockDiskSource
        || source.get() instanceof UnknownDiskSource)) {
      throw new InvalidDefinitionException("disk/@type", is, "file or block");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBackupDisk.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public BackupDisk build() {
      BackupDisk disk = super.build();
      if (disk.type().isPresent()) {
        return disk;
      }
      return disk.withType(
          disk.target().or(disk::scratch).map(source -> new BackupDiskType(source.type())));
    }
  }
}

final class BackupDiskXml extends XmlMapping<BackupDisk> {

  BackupDiskXml() {
    super("disk");
  }

  @Override
  protected BackupDisk read(XmlIn in) {
    BackupDisk.Builder b = BackupDisk.builder();
    b.name(in.required("name"));
    if (in.yesNo("backup")) b.backup(in.flag());
    if (in.attr("backupmode")) b.backupMode(new BackupDiskMode(in.value()));
    if (in.attr("incremental")) b.incremental(in.value());
    if (in.attr("exportname")) b.exportName(in.value());
    if (in.attr("exportbitmap")) b.exportBitmap(in.value());
    if (in.intAttr("index")) b.index(in.intValue());
    if (in.child("driver").attr("type")) b.format(new DiskFormat(in.value()));
    XmlIn target = in.child("target");
    XmlIn scratch = in.child("scratch");
    if (in.attr("type") || target.present() || scratch.present()) {
      String type = in.attrOr("type", "file");
      b.type(new BackupDiskType(type));
      if (target.present()) b.target(source(type, target));
      if (scratch.present()) b.scratch(source(type, scratch));
    }
    return b.extras(in.extras()).build();
  }

  private static DiskSource source(String type, XmlIn in) {
    return switch (type) {
      case "file" -> in.read(FileDiskSource.XML);
      case "block" -> in.read(BlockDiskSource.XML);
      default -> UnknownDiskSource.builder().type(type).extras(in.unread()).build();
    };
  }

  private static void write(String name, DiskSource source, XmlOut out) {
    if (source instanceof FileDiskSource file) {
      out.write(name, FileDiskSource.XML, file);
    } else if (source instanceof BlockDiskSource block) {
      out.write(name, BlockDiskSource.XML, block);
    } else {
      out.beginIfAny(name, source.extras());
      out.end();
    }
  }

  @Override
  protected void write(BackupDisk value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.yesNo("backup", value.backup());
    out.attr("type", value.type());
    out.attr("backupmode", value.backupMode());
    out.attr("incremental", value.incremental());
    out.attr("exportname", value.exportName());
    out.attr("exportbitmap", value.exportBitmap());
    out.attr("index", value.index());
    out.part("driver", "type", value.format());
    if (value.target().isPresent()) write("target", value.target().get(), out);
    if (value.scratch().isPresent()) write("scratch", value.scratch().get(), out);
    out.end();
  }
}
