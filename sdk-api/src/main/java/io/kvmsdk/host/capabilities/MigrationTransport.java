package io.kvmsdk.host.capabilities;

/**
 * The scheme of an address to which a domain can move. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MigrationTransport(String value) {

  /** A connection over TCP. */
  public static final MigrationTransport TCP = new MigrationTransport("tcp");

  /** Memory to memory over InfiniBand or the like. */
  public static final MigrationTransport RDMA = new MigrationTransport("rdma");

  /** Between hosts of one VMware vCenter. */
  public static final MigrationTransport VPXMIGR = new MigrationTransport("vpxmigr");

  /** Between hosts with Virtuozzo. */
  public static final MigrationTransport VZMIGR = new MigrationTransport("vzmigr");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
