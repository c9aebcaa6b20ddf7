package io.kvmsdk.domain.security;

/**
 * Who chooses the label of a domain. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record SecurityLabelType(String value) {

  /** libvirt makes up one that no other domain has. Since libvirt 0.6.1. */
  public static final SecurityLabelType DYNAMIC = new SecurityLabelType("dynamic");

  /** The definition says it. Since libvirt 0.6.2. */
  public static final SecurityLabelType STATIC = new SecurityLabelType("static");

  /** Nobody: the domain is not confined. Since libvirt 0.9.10. */
  public static final SecurityLabelType NONE = new SecurityLabelType("none");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
