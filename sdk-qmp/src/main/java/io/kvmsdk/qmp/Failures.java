package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;
import org.jspecify.annotations.Nullable;

/** Turns what can happen to a command into the SDK's errors. */
final class Failures {

  private Failures() {}

  /**
   * QEMU's or the agent's own error, by its class alone.
   *
   * @param who such as {@code QEMU 7.2.22}
   */
  static HypervisorException refused(Call call, String command, String who, JsonNode error) {
    String kind = error.path("class").asText("GenericError");
    String text = error.path("desc").asText(error.toString());
    ErrorContext context = call.context().withNativeCode(kind);
    String message = who + " refused " + command + ": " + text;
    return switch (kind) {
      case "CommandNotFound" ->
          new UnsupportedFeatureException(
              context,
              new Feature("qmp." + command),
              new Support.No(
                  who + " says: " + text, "use a version that has this command and allows it"));
      case "DeviceNotFound" -> new NotFoundException(context, message);
      case "DeviceNotActive" -> new InvalidStateException(context, "an active device", message);
      case "KVMMissingCap" ->
          new UnsupportedFeatureException(
              context,
              new Feature("qmp." + command),
              new Support.No(who + " says: " + text, "use a host kernel whose KVM can do it"));
      default -> new OperationFailedException(context, message);
    };
  }

  /** The connection went away. */
  static HypervisorException lost(Call call, String command, boolean sent, Throwable cause) {
    return new ConnectionLostException(
        context(call, sent),
        "the connection ended before "
            + command
            + (sent ? " was answered: " : " was sent: ")
            + cause.getMessage(),
        cause);
  }

  /** There is no connection, and none was made within the deadline. */
  static HypervisorException notConnected(Call call, String command, @Nullable Throwable why) {
    return new TimedOutException(
        context(call, false),
        command
            + " was not sent, for there was no connection within "
            + call.deadline().budget()
            + (why == null ? "" : ": " + why.getMessage()));
  }

  /** Commands are not executed out of band here. */
  static HypervisorException noOutOfBand(Call call, boolean wanted) {
    return new UnsupportedFeatureException(
        call.context(),
        new Feature("qmp.oob"),
        wanted
            ? new Support.No(
                "QEMU does not offer out-of-band execution",
                "use QEMU 2.12 or later, and a socket as the monitor's character device")
            : new Support.No(
                "out-of-band execution was not negotiated",
                "connect with QmpOptions.withOutOfBand(true)"));
  }

  /** The connection takes no open files along. */
  static HypervisorException noDescriptors(Call call) {
    return new UnsupportedFeatureException(
        call.context(),
        new Feature("qmp.descriptors"),
        new Support.No(
            "this connection takes no open files along",
            "connect to QmpEndpoint.unix(path).passingDescriptors()"));
  }

  /** The deadline passed. */
  static HypervisorException timedOut(Call call, String command, boolean sent) {
    return new TimedOutException(
        context(call, sent),
        sent
            ? command + " was not answered within " + call.deadline().budget()
            : command
                + " could not be sent within "
                + call.deadline().budget()
                + ", for the other side does not read");
  }

  /** The waiting thread was interrupted; its flag is set again. */
  static HypervisorException cancelled(Call call, String command, boolean sent) {
    Thread.currentThread().interrupt();
    return new CancelledException(
        context(call, sent), "interrupted while waiting for " + command + " to be answered");
  }

  private static ErrorContext context(Call call, boolean sent) {
    return call.context().withOutcome(sent ? Outcome.UNKNOWN : Outcome.NOT_APPLIED);
  }
}
