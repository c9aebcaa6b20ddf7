package io.kvmsdk.domain.numa;

/**
 * How strictly memory lies on chosen NUMA nodes of the host. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record NumaMode(String value) {

  /** There or nowhere. */
  public static final NumaMode STRICT = new NumaMode("strict");

  /** There while there is room, then elsewhere. */
  public static final NumaMode PREFERRED = new NumaMode("preferred");

  /** Page by page on one node after the other. */
  public static final NumaMode INTERLEAVE = new NumaMode("interleave");

  /**
   * As the system does it, kept to the nodes by cgroups alone, so that it can be moved while the
   * domain runs.
   */
  public static final NumaMode RESTRICTIVE = new NumaMode("restrictive");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
