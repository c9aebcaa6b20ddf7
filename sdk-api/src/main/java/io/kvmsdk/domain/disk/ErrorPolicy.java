package io.kvmsdk.domain.disk;

/**
 * What happens on an error of a disk's image. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record ErrorPolicy(String value) {

  /** The guest is paused. */
  public static final ErrorPolicy STOP = new ErrorPolicy("stop");

  /** The guest is told. */
  public static final ErrorPolicy REPORT = new ErrorPolicy("report");

  /** Nothing; the guest sees success. */
  public static final ErrorPolicy IGNORE = new ErrorPolicy("ignore");

  /** The guest is paused if the space is used up, else told. For writes only. */
  public static final ErrorPolicy ENOSPACE = new ErrorPolicy("enospace");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
