package io.kvmsdk.domain.features;

/**
 * Which features of Hyper-V a guest sees. Since libvirt 8.0.0. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record HyperVMode(String value) {

  /** Those that the definition says; the default. */
  public static final HyperVMode CUSTOM = new HyperVMode("custom");

  /**
   * All that the host can do. A guest may then not be migrated to a host that is not the same in
   * everything.
   */
  public static final HyperVMode PASSTHROUGH = new HyperVMode("passthrough");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
