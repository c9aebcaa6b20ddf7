package io.kvmsdk.domain.tuning;

/**
 * What a part of a CPU cache is for. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record CacheAllocationType(String value) {

  /** Instructions and data. */
  public static final CacheAllocationType BOTH = new CacheAllocationType("both");

  /** Instructions. */
  public static final CacheAllocationType CODE = new CacheAllocationType("code");

  /** Data. */
  public static final CacheAllocationType DATA = new CacheAllocationType("data");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
