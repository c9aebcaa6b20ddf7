package io.kvmsdk.domain.disk;

/**
 * What of a disk's data the host's page cache holds, and when a write counts as done. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CacheMode(String value) {

  /** The hypervisor's choice. */
  public static final CacheMode DEFAULT = new CacheMode("default");

  /**
   * Past the host's page cache (O_DIRECT), with a write cache that the guest flushes. The usual
   * choice for servers, and for live migration.
   */
  public static final CacheMode NONE = new CacheMode("none");

  /**
   * Through the host's page cache; a write is done when it is there, and safe when the guest has
   * flushed.
   */
  public static final CacheMode WRITEBACK = new CacheMode("writeback");

  /** Through the host's page cache; a write is done when it is on the medium. */
  public static final CacheMode WRITETHROUGH = new CacheMode("writethrough");

  /** Past the host's page cache; a write is done when it is on the medium. Since libvirt 0.9.5. */
  public static final CacheMode DIRECTSYNC = new CacheMode("directsync");

  /**
   * Through the host's page cache; the guest's flushes are ignored. For disks that may be lost.
   * Since libvirt 0.9.7.
   */
  public static final CacheMode UNSAFE = new CacheMode("unsafe");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
