package io.kvmsdk.domain.disk;

/**
 * Which SCSI commands a guest may send to a device that is passed through. No hypervisor does it
 * any more. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SgIo(String value) {

  /** Those that need no rights; what is meant where nothing is said. */
  public static final SgIo FILTERED = new SgIo("filtered");

  /** All. */
  public static final SgIo UNFILTERED = new SgIo("unfiltered");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
