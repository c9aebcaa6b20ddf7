package io.kvmsdk.domain.device;

/**
 * Which SCSI commands of a guest pass to a device of the host. No hypervisor does it any more. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SgIoFilter(String value) {

  /** Those that need no rights; what is meant where nothing is said. */
  public static final SgIoFilter FILTERED = new SgIoFilter("filtered");

  /** All. */
  public static final SgIoFilter UNFILTERED = new SgIoFilter("unfiltered");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
