package io.kvmsdk.domain.boot;

/**
 * What kind of guest a domain runs. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record OsType(String value) {

  /** One that needs full virtualisation; the only kind on KVM. */
  public static final OsType HVM = new OsType("hvm");

  /** A Xen paravirtual guest. */
  public static final OsType LINUX = new OsType("linux");

  /** A Xen PVH guest. Since libvirt 5.0.0. */
  public static final OsType XENPVH = new OsType("xenpvh");

  /** A container. */
  public static final OsType EXE = new OsType("exe");

  /** User-mode Linux. */
  public static final OsType UML = new OsType("uml");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
