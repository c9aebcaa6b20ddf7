package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.agent.AgentBackend;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.util.Optional;
import org.libvirt.jna.LibvirtQemu;

/** {@code virDomainQemuAgentCommand}. */
final class LibvirtAgent implements AgentBackend {

  private final LibvirtCalls calls;

  LibvirtAgent(LibvirtCalls calls) {
    this.calls = calls;
  }

  @Override
  public String execute(DomainCall call, String command) {
    try {
      return calls.send(call, domain -> execute(call, domain, command));
    } catch (TimedOutException e) {
      throw new AgentUnavailableException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "it did not answer within " + Texts.seconds(call.deadline()),
          e);
    }
  }

  private static String execute(DomainCall call, NativeDomain domain, String command)
      throws NativeFailure {
    LibvirtCalls.requireActive(call, domain, "running");
    AgentChannel.require(call, domain);
    // Whole seconds are what libvirt counts; it gives up before the thread here would hang on it.
    long seconds = Math.max(1, call.deadline().remainingMillis() / 1000);
    Optional<LibvirtQemu> library = domain.connection().library().qemu();
    try {
      return domain.agentCommand(
          library.orElseThrow(), command, (int) Math.min(seconds, Integer.MAX_VALUE));
    } catch (NativeFailure e) {
      if (e.connectionLost() || !e.is(ErrorCodes.INTERNAL_ERROR)) {
        throw e;
      }
      throw new OperationFailedException( // what it did before it failed, it does not say
          call.context().withNativeCode(e.error().codeName()).withOutcome(Outcome.UNKNOWN),
          e.error().message(),
          e);
    }
  }
}
