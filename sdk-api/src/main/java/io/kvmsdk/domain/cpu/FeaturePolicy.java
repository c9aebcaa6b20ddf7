package io.kvmsdk.domain.cpu;

/**
 * What a CPU feature is to be. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record FeaturePolicy(String value) {

  /** Shown, whether the host has it or not. */
  public static final FeaturePolicy FORCE = new FeaturePolicy("force");

  /** Shown; the domain does not start without it. */
  public static final FeaturePolicy REQUIRE = new FeaturePolicy("require");

  /** Shown if it can be. */
  public static final FeaturePolicy OPTIONAL = new FeaturePolicy("optional");

  /** Not shown. */
  public static final FeaturePolicy DISABLE = new FeaturePolicy("disable");

  /** Not shown; the domain does not start on a host that has it. */
  public static final FeaturePolicy FORBID = new FeaturePolicy("forbid");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
