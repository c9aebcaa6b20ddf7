package io.kvmsdk.domain.agent;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.call.FeatureProbe;
import java.time.Duration;

/** The QEMU guest agent inside one domain's guest. Inert and thread-safe. */
public final class DomainAgent {

  private final AgentBackend backend;
  private final FeatureProbe probe;
  private final DomainRef domain;
  private final Duration timeout;

  /** Made by {@code Domain.agent()}. */
  public DomainAgent(AgentBackend backend, FeatureProbe probe, DomainRef domain, Duration timeout) {
    this.backend = backend;
    this.probe = probe;
    this.domain = domain;
    this.timeout = timeout;
  }

  /**
   * Asks the agent whether it is there ({@code guest-ping}).
   *
   * @throws io.kvmsdk.error.AgentUnavailableException if it is not, or does not answer in time
   */
  public void ping() {
    execute("{\"execute\":\"guest-ping\"}");
  }

  /**
   * Sends the agent a command as it stands in QEMU's guest agent protocol and returns its answer
   * (libvirt's {@code virDomainQemuAgentCommand}).
   *
   * <p>The machine needs a virtio channel named {@code org.qemu.guest_agent.0}, and the guest a
   * running agent.
   *
   * @param command a JSON object such as {@code {"execute":"guest-get-osinfo"}}
   * @return the JSON object {@code {"return": ...}} that the agent answered
   * @throws io.kvmsdk.error.AgentUnavailableException if the agent is not there, or does not answer
   *     in time
   * @throws io.kvmsdk.error.OperationFailedException if the agent answers with an error; its class
   *     is the native code
   * @throws io.kvmsdk.error.InvalidStateException if the machine is off
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link AgentFeatures#COMMAND} cannot be
   *     had
   */
  public String execute(String command) {
    DomainCall call = DomainCall.within(timeout, "domain.agent.execute", domain);
    probe.require(call, AgentFeatures.COMMAND);
    return backend.execute(call, command);
  }
}
