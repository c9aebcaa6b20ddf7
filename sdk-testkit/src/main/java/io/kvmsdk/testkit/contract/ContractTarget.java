package io.kvmsdk.testkit.contract;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.network.NetworkInterface;
import java.nio.file.Path;

/**
 * A backend, and the hypervisor behind it, on which the contract suite is run. All contract classes
 * of a backend share one; they run one after the other.
 */
public interface ContractTarget {

  /** The column in {@code docs/backends.md}, such as {@code qmp (QEMU 7.2)}. */
  String name();

  /**
   * Opens a connection. The suite closes it before it opens another, unless {@link #sharesHost}.
   */
  Hypervisor connect(ConnectOptions options);

  /** Whether two connections may be open at the same time; where not, the second is a conflict. */
  default boolean sharesHost() {
    return true;
  }

  /** Whether a guest really boots, so that it can be asked what it sees. */
  boolean boots();

  /**
   * A definition that this backend can start.
   *
   * <p>Its guest has 1 vCPU of at most 4, 256 MiB of memory, a {@code virtio} balloon and, where it
   * {@linkplain #boots() boots}, a channel to its agent; no disk and no interface, but room to plug
   * two {@code virtio} devices at run time.
   *
   * @param name the domain's name
   * @param kind how the guest behaves; anything but {@code OBEDIENT} only where it boots
   */
  DomainDefinition.Builder guest(String name, GuestKind kind);

  /** What the guest of a running domain sees; by default its agent is asked. */
  default GuestView view(Domain domain) {
    return new AgentGuestView(domain);
  }

  /** An interface that this backend can plug, without a MAC address. */
  NetworkInterface networkInterface();

  /** A folder where the hypervisor can read and write disk images. */
  Path scratch();

  /**
   * Ends the process that runs a domain as {@code kill -9} does.
   *
   * @return false where there is no such process; nothing was done
   */
  boolean killHypervisorProcess(Domain domain);
}
