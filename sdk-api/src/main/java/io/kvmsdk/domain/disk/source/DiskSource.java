package io.kvmsdk.domain.disk.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;
import java.util.List;
import java.util.Optional;

/**
 * Where the data of a disk is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
public sealed interface DiskSource
    permits BlockDiskSource,
        DirectoryDiskSource,
        FileDiskSource,
        NetworkDiskSource,
        NvmeDiskSource,
        UnknownDiskSource,
        VdpaDiskSource,
        VhostUserDiskSource,
        VolumeDiskSource {

  /** How it is read and written. */
  XmlUnion<DiskSource> XML = new DiskSourceXml();

  /** A file of the host, by its absolute path. */
  static FileDiskSource file(String path) {
    return FileDiskSource.builder().file(path).build();
  }

  /** A block device of the host, such as {@code /dev/vg/web-1}. */
  static BlockDiskSource block(String device) {
    return BlockDiskSource.builder().device(device).build();
  }

  /** A directory of the host, shown as a FAT file system; wants {@link DiskFormat#FAT}. */
  static DirectoryDiskSource directory(String path) {
    return DirectoryDiskSource.builder().directory(path).build();
  }

  /** A volume of a storage pool. */
  static VolumeDiskSource volume(String pool, String volume) {
    return VolumeDiskSource.builder().pool(pool).volume(volume).build();
  }

  /** A namespace, from 1, of an NVMe controller of the host, which libvirt takes from the host. */
  static NvmeDiskSource nvme(PciAddress controller, long namespace) {
    return NvmeDiskSource.builder()
        .address(HostPciAddress.of(controller))
        .namespace(namespace)
        .managed(true)
        .build();
  }

  /** A process that listens on a unix socket and speaks vhost-user; wants shared memory. */
  static VhostUserDiskSource vhostUser(String socket) {
    return VhostUserDiskSource.builder().path(socket).build();
  }

  /** A vDPA device, such as {@code /dev/vhost-vdpa-0}; wants shared memory. */
  static VdpaDiskSource vdpa(String device) {
    return VdpaDiskSource.builder().device(device).build();
  }

  /** Data on a server. */
  static NetworkDiskSource network(DiskProtocol protocol, String name, NetworkHost... hosts) {
    return NetworkDiskSource.builder().protocol(protocol).name(name).addHosts(hosts).build();
  }

  /**
   * An image of Ceph.
   *
   * @param image the pool and the image, such as {@code vms/web-1}
   * @param monitors Ceph's monitors; none where a configuration file of the host names them
   */
  static NetworkDiskSource rbd(String image, NetworkHost... monitors) {
    return network(DiskProtocol.RBD, image, monitors);
  }

  /** A file on a volume of GlusterFS. */
  static NetworkDiskSource gluster(String volume, String path, NetworkHost... hosts) {
    String name = volume + (path.startsWith("/") ? "" : "/") + path;
    return network(DiskProtocol.GLUSTER, name, hosts);
  }

  /** A logical unit of an iSCSI target, which QEMU reaches by itself. */
  static NetworkDiskSource iscsi(String target, int lun, NetworkHost portal) {
    return network(DiskProtocol.ISCSI, target + "/" + lun, portal);
  }

  /** The unnamed export of an NBD server. */
  static NetworkDiskSource nbd(NetworkHost host) {
    return NetworkDiskSource.builder().protocol(DiskProtocol.NBD).addHost(host).build();
  }

  /** An export of an NBD server. */
  static NetworkDiskSource nbd(String export, NetworkHost host) {
    return network(DiskProtocol.NBD, export, host);
  }

  /** A file on an NFS server, which QEMU reaches by itself. Since libvirt 7.0.0. */
  static NetworkDiskSource nfs(String server, String path) {
    return network(DiskProtocol.NFS, path, NetworkHost.of(server));
  }

  /** A file that is reached by SSH, as that user with that key. Since libvirt 9.8.0. */
  static NetworkDiskSource ssh(String server, String path, DiskIdentity identity) {
    return network(DiskProtocol.SSH, path, NetworkHost.of(server)).withIdentity(identity);
  }

  /** What an HTTPS server has, such as {@code https://example.com/images/debian.iso}. */
  static NetworkDiskSource https(String url) {
    return DiskUrl.of(url, DiskProtocol.HTTPS);
  }

  /**
   * What a web or file server has, for reading: a URL of http, https, ftp, ftps or tftp.
   *
   * @throws IllegalArgumentException if it is not such a URL, or has a user or a fragment; a user
   *     is {@link NetworkDiskSource#auth()}
   */
  static NetworkDiskSource url(String url) {
    return DiskUrl.of(
        url,
        DiskProtocol.HTTP,
        DiskProtocol.HTTPS,
        DiskProtocol.FTP,
        DiskProtocol.FTPS,
        DiskProtocol.TFTP);
  }

  /** A drive without a medium. */
  static FileDiskSource empty() {
    return FileDiskSource.builder().build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /**
   * The number that libvirt gave this layer of a running disk, by which block jobs name it, as in
   * {@code vda[3]}. libvirt ignores it in what it is given.
   */
  default Optional<Integer> index() {
    return Optional.empty();
  }

  /** The part of the source that holds the image; none for all of it. Since libvirt 6.1.0. */
  default List<DiskSlice> slices() {
    return List.of();
  }

  /** Where the blocks are of a qcow2 image that keeps them elsewhere. Since libvirt 10.10.0. */
  default Optional<DiskDataStore> dataStore() {
    return Optional.empty();
  }

  /** How the data is encrypted. Since libvirt 3.9.0; before, it stood at the disk. */
  default Optional<StorageEncryption> encryption() {
    return Optional.empty();
  }

  /** The same without what only those see who may see secrets: the cookies of web servers. */
  default DiskSource withoutSecrets() {
    return this;
  }

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class DiskSourceXml extends XmlUnion<DiskSource> {

  @Override
  protected DiskSource read(XmlIn in) {
    String type = in.attrOr("type", "file");
    XmlIn source = in.child("source");
    return switch (source.ifUnderstood(type)) {
      case "file" -> source.read(FileDiskSource.XML);
      case "block" -> source.read(BlockDiskSource.XML);
      case "dir" -> source.read(DirectoryDiskSource.XML);
      case "network" -> source.read(NetworkDiskSource.XML);
      case "volume" -> source.read(VolumeDiskSource.XML);
      case "nvme" -> nvme(source);
      case "vhostuser" -> source.read(VhostUserDiskSource.XML);
      case "vhostvdpa" -> source.read(VdpaDiskSource.XML);
      default -> UnknownDiskSource.builder().type(type).extras(source.unread()).build();
    };
  }

  /** The schema lets it be without a source, which says nothing of where it is. */
  private static DiskSource nvme(XmlIn source) {
    return source.present() ? source.read(NvmeDiskSource.XML) : UnknownDiskSource.of("nvme");
  }

  @Override
  protected void write(DiskSource value, XmlOut out) {
    if (value instanceof FileDiskSource fileDiskSource) {
      out.write(FileDiskSource.XML, fileDiskSource);
    } else if (value instanceof BlockDiskSource blockDiskSource) {
      out.write(BlockDiskSource.XML, blockDiskSource);
    } else if (value instanceof DirectoryDiskSource directoryDiskSource) {
      out.write(DirectoryDiskSource.XML, directoryDiskSource);
    } else if (value instanceof NetworkDiskSource networkDiskSource) {
      out.write(NetworkDiskSource.XML, networkDiskSource);
    } else if (value instanceof VolumeDiskSource volumeDiskSource) {
      out.write(VolumeDiskSource.XML, volumeDiskSource);
    } else if (value instanceof NvmeDiskSource nvmeDiskSource) {
      out.write(NvmeDiskSource.XML, nvmeDiskSource);
    } else if (value instanceof VhostUserDiskSource vhostUserDiskSource) {
      out.write(VhostUserDiskSource.XML, vhostUserDiskSource);
    } else if (value instanceof VdpaDiskSource vdpaDiskSource) {
      out.write(VdpaDiskSource.XML, vdpaDiskSource);
    } else {
      out.beginIfAny("source", value.extras());
      out.end();
    }
  }
}
