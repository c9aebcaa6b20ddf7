package io.kvmsdk.domain.features;

/**
 * Which page tables the IOMMU of a Xen host has for a guest. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record XenPassthroughMode(String value) {

  /** Ones of its own. */
  public static final XenPassthroughMode SYNC_PT = new XenPassthroughMode("sync_pt");

  /** Those of the CPU. */
  public static final XenPassthroughMode SHARE_PT = new XenPassthroughMode("share_pt");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
