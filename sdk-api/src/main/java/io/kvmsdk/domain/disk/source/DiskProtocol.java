package io.kvmsdk.domain.disk.source;

/**
 * The protocol of a network disk. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record DiskProtocol(String value) {

  /** Network Block Device. */
  public static final DiskProtocol NBD = new DiskProtocol("nbd");

  /** Ceph's block devices. */
  public static final DiskProtocol RBD = new DiskProtocol("rbd");

  /** GlusterFS. Since libvirt 1.0.1. */
  public static final DiskProtocol GLUSTER = new DiskProtocol("gluster");

  /** iSCSI, by QEMU's own initiator. Since libvirt 1.0.4. */
  public static final DiskProtocol ISCSI = new DiskProtocol("iscsi");

  /** HTTP, read only. Since libvirt 0.9.8. */
  public static final DiskProtocol HTTP = new DiskProtocol("http");

  /** HTTPS, read only. */
  public static final DiskProtocol HTTPS = new DiskProtocol("https");

  /** FTP, read only. */
  public static final DiskProtocol FTP = new DiskProtocol("ftp");

  /** FTPS, read only. */
  public static final DiskProtocol FTPS = new DiskProtocol("ftps");

  /** TFTP, read only. */
  public static final DiskProtocol TFTP = new DiskProtocol("tftp");

  /** SFTP. Since libvirt 8.4.0. */
  public static final DiskProtocol SSH = new DiskProtocol("ssh");

  /** NFS, by libnfs. Since libvirt 7.0.0. */
  public static final DiskProtocol NFS = new DiskProtocol("nfs");

  /** Sheepdog; gone from QEMU since 6.1. */
  public static final DiskProtocol SHEEPDOG = new DiskProtocol("sheepdog");

  /** Veritas HyperScale; gone from QEMU since 5.2. */
  public static final DiskProtocol VXHS = new DiskProtocol("vxhs");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
