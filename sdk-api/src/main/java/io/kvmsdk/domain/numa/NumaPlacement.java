package io.kvmsdk.domain.numa;

/**
 * Who chooses the NUMA nodes of the host for the memory of a domain. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record NumaPlacement(String value) {

  /** The definition. */
  public static final NumaPlacement STATIC = new NumaPlacement("static");

  /** numad, when the domain starts. */
  public static final NumaPlacement AUTO = new NumaPlacement("auto");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
