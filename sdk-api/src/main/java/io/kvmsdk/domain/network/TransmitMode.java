package io.kvmsdk.domain.network;

/**
 * What sends the packets of a virtio interface when its queue is full. Since libvirt 0.8.8. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record TransmitMode(String value) {

  /** An I/O thread, soon. */
  public static final TransmitMode IO_THREAD = new TransmitMode("iothread");

  /** A timer, later and more at once. */
  public static final TransmitMode TIMER = new TransmitMode("timer");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
