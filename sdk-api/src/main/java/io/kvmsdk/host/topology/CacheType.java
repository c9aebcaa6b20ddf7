package io.kvmsdk.host.topology;

/**
 * What a cache holds. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CacheType(String value) {

  /** Code and data. */
  public static final CacheType BOTH = new CacheType("both");

  /** Code. */
  public static final CacheType CODE = new CacheType("code");

  /** Data. */
  public static final CacheType DATA = new CacheType("data");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
