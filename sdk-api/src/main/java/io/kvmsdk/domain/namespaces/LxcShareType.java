package io.kvmsdk.domain.namespaces;

/**
 * How a namespace of Linux is named that a container shares. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LxcShareType(String value) {

  /** As {@code ip netns} names it; of the network. */
  public static final LxcShareType NETNS = new LxcShareType("netns");

  /** By the name of another container. */
  public static final LxcShareType NAME = new LxcShareType("name");

  /** By the ID of a process that is in it. */
  public static final LxcShareType PID = new LxcShareType("pid");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
