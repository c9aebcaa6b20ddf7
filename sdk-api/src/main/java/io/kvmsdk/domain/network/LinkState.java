package io.kvmsdk.domain.network;

/**
 * Whether the cable of a network card is plugged in. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LinkState(String value) {

  /** It is; what is meant where nothing is said. */
  public static final LinkState UP = new LinkState("up");

  /** It is not. */
  public static final LinkState DOWN = new LinkState("down");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
