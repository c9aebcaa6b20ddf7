package io.kvmsdk.domain.filesystem;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.IdMap;
import io.kvmsdk.domain.filesystem.source.FilesystemSource;
import io.kvmsdk.error.InvalidDefinitionException;
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
 * A directory of the host, or another kind of file system, that the guest can mount. QEMU's since
 * libvirt 0.8.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface Filesystem extends Device, WithFilesystem {

  /** How it is read and written. */
  XmlMapping<Filesystem> XML = new FilesystemXml();

  /**
   * A directory of the host by virtiofs, the usual choice: the guest mounts it by the tag. The
   * memory of the guest has to be shared memory. Since libvirt 6.2.0.
   */
  static Filesystem virtiofs(String hostDirectory, String tag) {
    return builder()
        .source(FilesystemSource.mount(hostDirectory))
        .accessMode(AccessMode.PASSTHROUGH)
        .driver(FilesystemDriver.of(FilesystemDriverType.VIRTIOFS))
        .target(tag)
        .build();
  }

  /** What a virtiofsd that runs already serves on a unix socket. */
  static Filesystem virtiofsSocket(String socket, String tag) {
    return builder()
        .source(FilesystemSource.socket(socket))
        .driver(FilesystemDriver.of(FilesystemDriverType.VIRTIOFS))
        .target(tag)
        .build();
  }

  /**
   * A directory of the host by 9p, which needs no shared memory: the guest mounts it by the tag.
   * The files belong to the user that the hypervisor runs as.
   */
  static Filesystem mount9p(String hostDirectory, String tag) {
    return builder()
        .source(FilesystemSource.mount(hostDirectory))
        .accessMode(AccessMode.MAPPED)
        .driver(FilesystemDriver.of(FilesystemDriverType.PATH))
        .target(tag)
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <filesystem>} says, keeping what has no name here. */
  static Filesystem fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <filesystem>} says. */
  static Filesystem fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What kind of virtio device the guest sees. Since libvirt 5.2.0. */
  Optional<FilesystemModel> model();

  /**
   * With whose rights files are accessed. Absent means {@link AccessMode#PASSTHROUGH}. Since
   * libvirt 0.8.5.
   */
  Optional<AccessMode> accessMode();

  /**
   * What 9p does where the directory spans several file systems. Absent means what QEMU's default
   * is, a warning. Since libvirt 6.3.0.
   */
  Optional<MultipleDevices> multipleDevices();

  /**
   * The permissions of new files, octal, such as {@code 0640}; with {@link AccessMode#MAPPED}.
   * Absent means 600. Since libvirt 6.10.0.
   */
  Optional<String> fileMode();

  /**
   * The permissions of new directories, octal, such as {@code 0750}; with {@link
   * AccessMode#MAPPED}. Absent means 700. Since libvirt 6.10.0.
   */
  Optional<String> directoryMode();

  /** How the host does it. Since libvirt 1.0.6. */
  Optional<FilesystemDriver> driver();

  /** How the daemon of virtiofs is run. Since libvirt 6.2.0. */
  Optional<FilesystemBinary> binary();

  /** Where the data is. */
  FilesystemSource source();

  /**
   * Where the guest sees it: a directory of a container; for QEMU a tag of at most 31 bytes
   * (virtiofs: 36), by which the guest mounts it.
   */
  String target();

  /** How virtiofs maps users and groups. Since libvirt 10.0.0. */
  Optional<IdMap> idMap();

  /** Whether the guest cannot write to it; virtiofs since libvirt 11.0.0. */
  boolean readOnly();

  /** The most that the guest may store; OpenVZ only. Since libvirt 0.9.13. */
  Optional<ByteSize> spaceHardLimit();

  /**
   * The most that the guest may store for longer than a grace period; OpenVZ only. Since libvirt
   * 0.9.13.
   */
  Optional<ByteSize> spaceSoftLimit();

  /** Its place, from 1, in the order in which the firmware tries devices. */
  Optional<Integer> bootOrder();

  /** What the boot loader of an s390 machine is told. */
  Optional<String> loadParm();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong.
   *
   * @throws InvalidDefinitionException if the target is empty
   */
  @Value.Check
  default void checkConsistent() {
    if (target().isBlank()) {
      throw new InvalidDefinitionException(
          "filesystem/target/@dir", target(), "a tag or a directory of the guest");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilesystem.Builder {
    Builder() {
      extras(Extras.NONE);
      readOnly(false);
    }
  }
}

final class FilesystemXml extends XmlMapping<Filesystem> {

  FilesystemXml() {
    super("filesystem");
  }

  @Override
  protected Filesystem read(XmlIn in) {
    Filesystem.Builder b = Filesystem.builder();
    b.source(in.read(FilesystemSource.XML));
    if (in.attr("model")) b.model(new FilesystemModel(in.value()));
    if (in.attr("accessmode")) b.accessMode(new AccessMode(in.value()));
    if (in.attr("multidevs")) b.multipleDevices(new MultipleDevices(in.value()));
    if (in.attr("fmode")) b.fileMode(in.value());
    if (in.attr("dmode")) b.directoryMode(in.value());
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(FilesystemDriver.XML));
    XmlIn binary = in.child("binary");
    if (binary.present()) b.binary(binary.read(FilesystemBinary.XML));
    b.target(in.child("target").required("dir"));
    XmlIn idmap = in.child("idmap");
    if (idmap.present()) b.idMap(idmap.read(IdMap.XML));
    b.readOnly(in.has("readonly"));
    if (in.child("space_hard_limit").sizeText("B")) b.spaceHardLimit(in.size());
    if (in.child("space_soft_limit").sizeText("B")) b.spaceSoftLimit(in.size());
    XmlIn boot = in.child("boot");
    if (boot.intAttr("order")) b.bootOrder(in.intValue());
    if (boot.attr("loadparm")) b.loadParm(in.value());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Filesystem value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.attr("model", value.model());
    out.attr("accessmode", value.accessMode());
    out.attr("multidevs", value.multipleDevices());
    out.attr("fmode", value.fileMode());
    out.attr("dmode", value.directoryMode());
    out.write("driver", FilesystemDriver.XML, value.driver());
    out.write("binary", FilesystemBinary.XML, value.binary());
    out.write(FilesystemSource.XML, value.source());
    out.beginPart("target");
    out.attr("dir", value.target());
    out.end();
    out.write("idmap", IdMap.XML, value.idMap());
    out.flag("readonly", value.readOnly());
    out.partSize("space_hard_limit", value.spaceHardLimit());
    out.partSize("space_soft_limit", value.spaceSoftLimit());
    out.beginPart("boot");
    out.attr("order", value.bootOrder());
    out.attr("loadparm", value.loadParm());
    out.end();
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
