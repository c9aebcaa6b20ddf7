package io.kvmsdk.storage.pool;

/**
 * How the allocation of a pool's volumes is found out. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record RefreshAllocation(String value) {

  /** What they really take. */
  public static final RefreshAllocation DEFAULT = new RefreshAllocation("default");

  /** Their capacity, which is quick to ask for. */
  public static final RefreshAllocation CAPACITY = new RefreshAllocation("capacity");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
