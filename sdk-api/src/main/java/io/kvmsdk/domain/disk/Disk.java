package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
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

  /** Where the data is. */
  DiskSource source();

  /** How the hypervisor does its input and output. */
  Optional<DiskDriver> driver();

  /**
   * The name that tells the disk from the others of its domain, such as {@code vda}. The guest need
   * not see it under that name.
   */
  String target();

  /** The bus; absent means what the target's name suggests: {@code vd} virtio, {@code sd} SCSI. */
  Optional<DiskBus> bus();

  /** Limits of its throughput. Since libvirt 0.9.8. */
  Optional<IoTune> ioTune();

  /** Whether the guest cannot write to it. */
  boolean readOnly();

  /** Whether several domains may use it at once; wants {@link CacheMode#NONE}. */
  boolean shareable();

  /**
   * Whether what the guest writes is dropped at its end. Since libvirt 0.9.5, QEMU's since 6.9.0.
   */
  boolean transientData();

  /**
   * The serial number that the guest sees; virtio shows 20 characters of it. Since libvirt 0.7.1.
   */
  Optional<String> serial();

  /** Its place, from 1, in the order in which the firmware tries devices. Since libvirt 0.8.8. */
  Optional<Integer> bootOrder();

  /** The format of the image; see {@link DiskDriver#format()}. */
  default Optional<DiskFormat> format() {
    return driver().flatMap(DiskDriver::format);
  }

  /**
   * Refuses what is always wrong; building and changing a disk does it.
   *
   * @throws InvalidDefinitionException if the target is empty
   */
  @Value.Check
  default void checkConsistent() {
    if (target().isBlank()) {
      throw new InvalidDefinitionException(
          "disk/target/@dev", target(), "a name of its own such as vda");
    }
  }

  /** Makes disks. */
  final class Builder extends ImmutableDisk.Builder {

    private @Nullable DiskFormat format;
    private @Nullable CacheMode cache;
    private @Nullable IoMode io;
    private @Nullable DiscardMode discard;

    Builder() {
      extras(Extras.NONE);
      readOnly(false);
      shareable(false);
      transientData(false);
    }

    /** The format of the image, in the driver. */
    public Builder format(DiskFormat value) {
      format = value;
      return this;
    }

    /** What the host's page cache holds, in the driver. */
    public Builder cache(CacheMode value) {
      cache = value;
      return this;
    }

    /** How the input and output is done on the host, in the driver. */
    public Builder io(IoMode value) {
      io = value;
      return this;
    }

    /** What becomes of a guest's request to discard blocks, in the driver. */
    public Builder discard(DiscardMode value) {
      discard = value;
      return this;
    }

    @Override
    public Disk build() {
      Disk disk = super.build();
      if (format == null && cache == null && io == null && discard == null) {
        return disk;
      }
      DiskDriver.Builder driver = disk.driver().orElse(DiskDriver.DEFAULT).toBuilder();
      if (format != null) driver.format(format);
      if (cache != null) driver.cache(cache);
      if (io != null) driver.io(io);
      if (discard != null) driver.discard(discard);
      return disk.withDriver(driver.build());
    }
  }
}

final class DiskXml extends XmlMapping<Disk> {

  DiskXml() {
    super("disk");
  }

  @Override
  protected Disk read(XmlIn in) {
    Disk.Builder b = Disk.builder();
    b.source(in.read(DiskSource.XML));
    if (in.attr("device")) b.device(new DiskDevice(in.value()));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(DiskDriver.XML));
    XmlIn target = in.child("target");
    b.target(target.required("dev"));
    if (target.attr("bus")) b.bus(new DiskBus(in.value()));
    XmlIn ioTune = in.child("iotune");
    if (ioTune.present()) b.ioTune(ioTune.read(IoTune.XML));
    b.readOnly(in.has("readonly"));
    b.shareable(in.has("shareable"));
    b.transientData(in.has("transient"));
    if (in.childText("serial")) b.serial(in.value());
    if (in.child("boot").intAttr("order")) b.bootOrder(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Disk value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.attr("device", value.device());
    out.write(DiskDriver.XML, value.driver());
    out.write(DiskSource.XML, value.source());
    out.beginPart("target");
    out.attr("dev", value.target());
    out.attr("bus", value.bus());
    out.end();
    out.write(IoTune.XML, value.ioTune());
    out.flag("readonly", value.readOnly());
    out.flag("shareable", value.shareable());
    out.flag("transient", value.transientData());
    out.partText("serial", value.serial());
    out.part("boot", "order", value.bootOrder());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
