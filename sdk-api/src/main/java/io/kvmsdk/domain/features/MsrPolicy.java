package io.kvmsdk.domain.features;

/**
 * What happens when a guest uses a register of its CPU that there is not. Since libvirt 5.1.0. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MsrPolicy(String value) {

  /** Nothing. */
  public static final MsrPolicy IGNORE = new MsrPolicy("ignore");

  /** It gets a fault. */
  public static final MsrPolicy FAULT = new MsrPolicy("fault");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
