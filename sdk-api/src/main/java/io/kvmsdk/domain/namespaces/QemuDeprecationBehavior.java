package io.kvmsdk.domain.namespaces;

/**
 * What QEMU does when it is told something that it will drop. For tests. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record QemuDeprecationBehavior(String value) {

  /** It does that; the default. */
  public static final QemuDeprecationBehavior NONE = new QemuDeprecationBehavior("none");

  /** It leaves deprecated things out of what it answers. */
  public static final QemuDeprecationBehavior OMIT = new QemuDeprecationBehavior("omit");

  /** It answers with an error. */
  public static final QemuDeprecationBehavior REJECT = new QemuDeprecationBehavior("reject");

  /** It ends. */
  public static final QemuDeprecationBehavior CRASH = new QemuDeprecationBehavior("crash");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
