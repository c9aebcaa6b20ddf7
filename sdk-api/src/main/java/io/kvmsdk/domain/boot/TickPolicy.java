package io.kvmsdk.domain.boot;

/**
 * What happens when a timer's tick is late. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record TickPolicy(String value) {

  /** It comes late, and so do those after it. */
  public static final TickPolicy DELAY = new TickPolicy("delay");

  /** It comes late, and those after it faster. */
  public static final TickPolicy CATCHUP = new TickPolicy("catchup");

  /** Late ones come as one. */
  public static final TickPolicy MERGE = new TickPolicy("merge");

  /** Late ones are dropped. */
  public static final TickPolicy DISCARD = new TickPolicy("discard");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
