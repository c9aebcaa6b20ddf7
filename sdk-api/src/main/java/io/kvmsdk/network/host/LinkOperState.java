package io.kvmsdk.network.host;

/**
 * The state of a network device's link, as the kernel has it. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LinkOperState(String value) {

  /** Not known. */
  public static final LinkOperState UNKNOWN = new LinkOperState("unknown");

  /** The device is not there. */
  public static final LinkOperState NOT_PRESENT = new LinkOperState("notpresent");

  /** It is not up. */
  public static final LinkOperState DOWN = new LinkOperState("down");

  /** A device below it is not up. */
  public static final LinkOperState LOWER_LAYER_DOWN = new LinkOperState("lowerlayerdown");

  /** It is being tested. */
  public static final LinkOperState TESTING = new LinkOperState("testing");

  /** It waits for something outside, such as authentication. */
  public static final LinkOperState DORMANT = new LinkOperState("dormant");

  /** It is up. */
  public static final LinkOperState UP = new LinkOperState("up");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
