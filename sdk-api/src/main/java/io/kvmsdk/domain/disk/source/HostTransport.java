package io.kvmsdk.domain.disk.source;

/**
 * How a server that has a disk's data is reached. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record HostTransport(String value) {

  /** TCP; what is meant where nothing is said. */
  public static final HostTransport TCP = new HostTransport("tcp");

  /** A unix socket on the host; NBD and Gluster. */
  public static final HostTransport UNIX = new HostTransport("unix");

  /** RDMA; Gluster only. */
  public static final HostTransport RDMA = new HostTransport("rdma");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
