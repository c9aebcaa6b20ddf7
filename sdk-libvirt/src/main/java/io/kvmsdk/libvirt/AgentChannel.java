package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.ChannelState;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AgentUnavailableException;
import java.util.Optional;

/** The channel to the agent in a guest, and whether somebody is at its other end. */
final class AgentChannel {

  private AgentChannel() {}

  /**
   * Has the agent shut down its guest. It may take the agent with it before libvirt has its answer,
   * which libvirt calls an error: if the agent is gone afterwards, it was asked.
   *
   * @throws AgentUnavailableException if the agent is not there; nothing was asked
   */
  static void ask(DomainCall call, NativeDomain domain, LibvirtCalls.DomainAction action)
      throws NativeFailure {
    require(call, domain);
    try {
      action.run(domain);
    } catch (NativeFailure e) {
      boolean gone =
          !e.connectionLost()
              && e.is(ErrorCodes.INTERNAL_ERROR, ErrorCodes.AGENT_UNRESPONSIVE)
              && !isConnected(channel(domain));
      if (!gone) {
        throw e;
      }
    }
  }

  /**
   * Refuses a guest whose agent is not there.
   *
   * @throws AgentUnavailableException with what is missing
   */
  static void require(DomainCall call, NativeDomain domain) throws NativeFailure {
    Optional<Channel> channel = channel(domain);
    if (channel.isEmpty()) {
      throw new AgentUnavailableException(
          call.context(),
          "the machine has no channel for it: give the definition a virtio channel named "
              + Channel.GUEST_AGENT);
    }
    if (!isConnected(channel)) {
      throw new AgentUnavailableException(
          call.context(), "no agent listens in the guest: it has to run qemu-guest-agent");
    }
  }

  private static Optional<Channel> channel(NativeDomain domain) throws NativeFailure {
    return DomainDefinition.fromXml(domain.xml(0)).channels().stream()
        .filter(channel -> channel.name().filter(Channel.GUEST_AGENT::equals).isPresent())
        .findFirst();
  }

  /** A hypervisor that does not say is believed to be connected. */
  private static boolean isConnected(Optional<Channel> channel) {
    return channel.flatMap(Channel::state).map(ChannelState.CONNECTED::equals).orElse(true);
  }
}
