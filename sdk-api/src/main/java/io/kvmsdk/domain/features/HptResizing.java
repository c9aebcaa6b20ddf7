package io.kvmsdk.domain.features;

/**
 * Whether the page table of a pSeries guest can change its size. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record HptResizing(String value) {

  /** If guest and host can do that. */
  public static final HptResizing ENABLED = new HptResizing("enabled");

  /** Never. */
  public static final HptResizing DISABLED = new HptResizing("disabled");

  /** Always: without, the guest does not start. */
  public static final HptResizing REQUIRED = new HptResizing("required");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
