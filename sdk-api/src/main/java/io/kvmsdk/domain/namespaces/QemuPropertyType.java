package io.kvmsdk.domain.namespaces;

/**
 * The type of a property of QEMU's. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record QemuPropertyType(String value) {

  /** A text. */
  public static final QemuPropertyType STRING = new QemuPropertyType("string");

  /** A whole number. */
  public static final QemuPropertyType SIGNED = new QemuPropertyType("signed");

  /** A whole number that is not negative. */
  public static final QemuPropertyType UNSIGNED = new QemuPropertyType("unsigned");

  /** {@code true} or {@code false}. */
  public static final QemuPropertyType BOOL = new QemuPropertyType("bool");

  /** None: the property is left out. */
  public static final QemuPropertyType REMOVE = new QemuPropertyType("remove");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
