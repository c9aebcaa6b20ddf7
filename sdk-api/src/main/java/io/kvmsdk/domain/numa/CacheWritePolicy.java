package io.kvmsdk.domain.numa;

/**
 * When what is written to a memory-side cache goes on to the memory. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CacheWritePolicy(String value) {

  /** Nothing is said of it. */
  public static final CacheWritePolicy NONE = new CacheWritePolicy("none");

  /** When it has to leave the cache. */
  public static final CacheWritePolicy WRITEBACK = new CacheWritePolicy("writeback");

  /** At once. */
  public static final CacheWritePolicy WRITETHROUGH = new CacheWritePolicy("writethrough");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
