package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.SgIoFilter;
import io.kvmsdk.domain.disk.source.DiskAuth;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a domain: hard disk, CD-ROM or floppy.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface Disk extends Device, WithDisk {

  /** How a disk is read and written. */
  XmlMapping<Disk> XML = new DiskXml();

  /** A disk on virtio-blk, the usual choice: {@code Disk.virtio("vda", DiskSource.file(path))}. */
  static Builder virtio(String target, DiskSource source) {
    return builder().target(target).bus(DiskBus.VIRTIO).source(source);
  }

  /** A disk on a SCSI controller, for many disks or commands such as persistent reservations. */
  static Builder scsi(String target, DiskSource source) {
    return builder().target(target).bus(DiskBus.SCSI).source(source);
  }

  /** A read-only CD-ROM drive on SATA; {@link DiskSource#empty()} for one without a medium. */
  static Builder cdrom(String target, DiskSource source) {
    return builder()
        .device(DiskDevice.CDROM)
        .target(target)
        .bus(DiskBus.SATA)
        .source(source)
        .readOnly(true);
  }

  /** A disk on SATA, for guests without virtio drivers. */
  static Builder sata(String target, DiskSource source) {
    return builder().target(target).bus(DiskBus.SATA).source(source);
  }

  /** A disk on IDE, for old guests; the machine type is pc, not q35. */
  static Builder ide(String target, DiskSource source) {
    return builder().target(target).bus(DiskBus.IDE).source(source);
  }

  /** A device that is passed through: the guest may send it SCSI commands. Since libvirt 0.9.10. */
  static Builder lun(String target, DiskSource source) {
    return scsi(target, source).device(DiskDevice.LUN);
  }

  /** A floppy drive; {@link DiskSource#empty()} for one without a medium. */
  static Builder floppy(String target, DiskSource source) {
    return builder().device(DiskDevice.FLOPPY).target(target).bus(DiskBus.FDC).source(source);
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The disk that {@code <disk>} says, keeping what has no name here.
   *
   * @throws InvalidDefinitionException if it is not well-formed, or says what cannot be
   */
  static Disk fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** The disk that {@code <disk>} says. */
  static Disk fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** How the guest sees it; absent means a hard disk. */
  Optional<DiskDevice> device();

  /** The kind of virtio disk. Absent means what its place on PCI suggests. Since libvirt 5.2.0. */
  Optional<DiskModel> model();

  /**
   * Whether QEMU may send any command to a {@link DiskDevice#LUN}; it then may for all disks of the
   * domain. Absent means no. Since libvirt 0.9.10.
   */
  Optional<Boolean> rawIo();

  /** Which commands a guest may send to a {@link DiskDevice#LUN}. Since libvirt 1.0.2. */
  Optional<SgIoFilter> sgIo();

  /**
   * What a snapshot does with it, unless the snapshot says otherwise. Absent means nothing for a
   * read-only disk, else what the hypervisor can. Since libvirt 0.9.5.
   */
  Optional<DiskSnapshotMode> snapshotMode();

  /** How the hypervisor does its input and output. */
  Optional<DiskDriver> driver();

  /**
   * Who the host is at the server that has the data, as libvirt before 3.9.0 had it; now it stands
   * in the source. Since libvirt 0.9.7.
   */
  Optional<DiskAuth> auth();

  /** Where the data is. */
  DiskSource source();

  /** What lies below its image. Absent means that the image says it. Since libvirt 1.2.4. */
  Optional<BackingStore> backingStore();

  /** Where a job copies its data to at the moment; written by libvirt. Since libvirt 0.9.12. */
  Optional<DiskMirror> mirror();

  /**
   * The name that tells the disk from the others of its domain, such as {@code vda}. The guest need
   * not see it under that name.
   */
  String target();

  /** The bus; absent means what the target's name suggests: {@code vd} virtio, {@code sd} SCSI. */
  Optional<DiskBus> bus();

  /**
   * Whether the tray of a CD-ROM or floppy drive is out. Absent means it is in. Since libvirt
   * 0.9.11.
   */
  Optional<TrayState> tray();

  /** Whether a USB or SCSI disk says that it is removable. Absent means no. Since libvirt 1.1.3. */
  Optional<Boolean> removable();

  /**
   * What a SCSI, SATA or IDE disk says of its speed: 1 for none, as an SSD, or 1025 to 65534 turns
   * each minute. Since libvirt 7.3.0.
   */
  Optional<Integer> rotationRate();

  /** Limits of its throughput; not beside {@link #throttleFilters}. Since libvirt 0.9.8. */
  Optional<IoTune> ioTune();

  /** The {@link ThrottleGroup}s of its domain that limit it, by name. Since libvirt 11.2.0. */
  List<String> throttleFilters();

  /** Whether the guest cannot write to it. */
  boolean readOnly();

  /** Whether several domains may use it at once; wants {@link CacheMode#NONE}. */
  boolean shareable();

  /**
   * Whether what the guest writes is dropped at its end. Since libvirt 0.9.5, QEMU's since 6.9.0.
   */
  boolean transientData();

  /**
   * Whether several running domains may use the image of such a disk; the disk is then plugged in
   * as the guest starts. Absent means no. Since libvirt 7.4.0.
   */
  Optional<Boolean> shareBacking();

  /**
   * The serial number that the guest sees; virtio shows 20 characters of it. Since libvirt 0.7.1.
   */
  Optional<String> serial();

  /** Its World Wide Name, 16 hexadecimal digits. Since libvirt 0.10.1. */
  Optional<String> wwn();

  /** What a SCSI disk says of its vendor, up to 8 characters of ASCII. Since libvirt 1.0.1. */
  Optional<String> vendor();

  /**
   * What a disk says of its product: on SCSI up to 16 characters of ASCII, since libvirt 1.0.1; on
   * SATA and IDE up to 40, since libvirt 11.1.0.
   */
  Optional<String> product();

  /** How it is encrypted, as libvirt before 3.9.0 had it; now it stands in the source. */
  Optional<StorageEncryption> encryption();

  /** Its place, from 1, in the order in which the firmware tries devices. Since libvirt 0.8.8. */
  Optional<Integer> bootOrder();

  /** Which entry of its boot menu an s390 guest takes, up to 8 characters. Since libvirt 3.5.0. */
  Optional<String> loadParm();

  /** The index that ACPI gives the device, by which a guest may name it. */
  Optional<Integer> acpiIndex();

  /** The domain that has the disk's backend; Xen only. Since libvirt 1.2.13. */
  Optional<String> backendDomain();

  /** What it says of its cylinders. Since libvirt 0.10.0. */
  Optional<DiskGeometry> geometry();

  /** What it says of the sizes of its blocks. Since libvirt 0.10.2. */
  Optional<BlockIo> blockIo();

  /** The format of the image; see {@link DiskDriver#format()}. */
  default Optional<DiskFormat> format() {
    return driver().flatMap(DiskDriver::format);
  }

  /**
   * The images of which it is made, from the top, which is written to, down to the last one that is
   * known. What an image has below it that nobody wrote down here stands only in the image.
   */
  default List<DiskLayer> backingChain() {
    return DiskLayer.of(this);
  }

  /** The same without secrets; see {@link DiskSource#withoutSecrets()}. */
  default Disk withoutSecrets() {
    return withSource(source().withoutSecrets())
        .withBackingStore(backingStore().map(BackingStore::withoutSecrets))
        .withMirror(mirror().map(DiskMirror::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /**
   * Refuses what cannot be, as libvirt does; building and changing a disk does it.
   *
   * @throws InvalidDefinitionException if the target is empty, or what excludes each other is there
   */
  @Value.Check
  default void checkConsistent() {
    DiskChecks.check(this);
  }

  /** Makes disks. */
  final class Builder extends ImmutableDisk.Builder {

    private DiskDriver.@Nullable Builder shortcuts;

    Builder() {
      extras(Extras.NONE);
      readOnly(false);
      shareable(false);
      transientData(false);
    }

    /** The format of the image, in the driver. */
    public Builder format(DiskFormat value) {
      shortcuts().format(value);
      return this;
    }

    /** What the host's page cache holds, in the driver. */
    public Builder cache(CacheMode value) {
      shortcuts().cache(value);
      return this;
    }

    /** How the input and output is done on the host, in the driver. */
    public Builder io(IoMode value) {
      shortcuts().io(value);
      return this;
    }

    /** What becomes of a guest's request to discard blocks, in the driver. */
    public Builder discard(DiscardMode value) {
      shortcuts().discard(value);
      return this;
    }

    /** What becomes of writes that are all zeroes, in the driver. */
    public Builder detectZeroes(DetectZeroes value) {
      shortcuts().detectZeroes(value);
      return this;
    }

    /** How many queues a virtio disk has, in the driver. */
    public Builder queues(int value) {
      shortcuts().queues(value);
      return this;
    }

    /** The number, from 1, of the I/O thread that serves the disk, in the driver. */
    public Builder ioThread(int value) {
      shortcuts().ioThread(value);
      return this;
    }

    private DiskDriver.Builder shortcuts() {
      if (shortcuts == null) {
        shortcuts = DiskDriver.builder();
      }
      return shortcuts;
    }

    @Override
    public Disk build() {
      Disk disk = super.build();
      if (shortcuts == null) {
        return disk;
      }
      DiskDriver said = shortcuts.build();
      DiskDriver driver = disk.driver().orElse(DiskDriver.DEFAULT);
      return disk.withDriver(driver.toBuilder().from(said).extras(driver.extras()).build());
    }
  }
}
