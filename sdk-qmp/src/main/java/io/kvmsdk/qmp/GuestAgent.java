package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection to the agent in a guest, over the socket of QEMU's that leads to it.
 *
 * <p>The socket is QEMU's: connecting succeeds though no agent may be there. So each command is
 * preceded by {@code guest-sync-delimited}, and is sent only after the agent has answered that: an
 * agent that is absent or hangs costs a deadline, and finds no old command when it comes to life.
 * Whatever was left over of replies to earlier commands is thrown away.
 *
 * <p>Any number of threads may use it; the agent does one thing at a time, and they take turns
 * within their deadlines. QEMU guest agent 1.1 or later.
 *
 * <p>This is the connection. Programs, files, freezing and whatever else takes several commands has
 * its methods in {@code io.kvmsdk.qmp.agent.Guest}, which lies above it.
 *
 * @see <a href="https://www.qemu.org/docs/master/interop/qemu-ga-ref.html">Guest Agent protocol</a>
 */
public final class GuestAgent implements AutoCloseable {

  /** How long an agent may take to answer before it is asked once more. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private final String address;
  private final QmpOptions options;
  private final Semaphore turn = new Semaphore(1, true);
  private final AgentSession session = new AgentSession();
  private final Wire wire;

  private GuestAgent(QmpEndpoint endpoint, QmpOptions options) {
    this.address = endpoint.toString();
    this.options = options;
    Call call = call("connect", Deadline.after(options.connectTimeout()));
    wire = Connecting.connect(call, endpoint, options, session);
  }

  /** Connects to a unix socket with {@link QmpOptions#DEFAULT}. */
  public static GuestAgent connect(Path socket) {
    return connect(QmpEndpoint.unix(socket), QmpOptions.DEFAULT);
  }

  /**
   * Connects to what leads to the agent; whether it is there tells {@link #ping}.
   *
   * @throws ConnectFailedException if the way cannot be used
   */
  public static GuestAgent connect(QmpEndpoint endpoint, QmpOptions options) {
    return new GuestAgent(endpoint, options);
  }

  /**
   * Uses a channel that leads to the agent already, with {@link QmpOptions#DEFAULT}. It is closed
   * with this connection; what it has to be like says {@link QmpEndpoint#channel}.
   */
  public static GuestAgent over(ByteChannel channel) {
    return connect(QmpEndpoint.channel(channel), QmpOptions.DEFAULT);
  }

  /** How it behaves. */
  public QmpOptions options() {
    return options;
  }

  /** What leads to the agent, as errors name it. */
  public String address() {
    return address;
  }

  /**
   * Asks the agent whether it is there.
   *
   * @throws AgentUnavailableException if it does not answer in time
   */
  public void ping(Deadline deadline) {
    execute(QmpCommand.of("guest-ping"), deadline);
  }

  /**
   * Whether the agent that is there now has the command and may execute it, as {@code guest-info}
   * says. Asked anew each time, for another agent may have come since. A guest whose file systems
   * are frozen has most commands disabled until they are thawed.
   *
   * @throws AgentUnavailableException if the agent does not answer at all
   */
  public boolean supports(Class<? extends TypedCommand<?>> command) {
    String name = QmpSchema.name(command);
    for (JsonNode each : execute(QmpCommand.of("guest-info")).path("supported_commands")) {
      if (each.path("name").asText().equals(name)) {
        return each.path("enabled").asBoolean();
      }
    }
    return false;
  }

  /**
   * Sends a command and waits for its result, at most {@link QmpOptions#timeoutOf}.
   *
   * @throws AgentUnavailableException if the agent does not answer at all; nothing was sent
   * @throws HypervisorException if it refuses the command, or does not answer that
   */
  public <R> R execute(QmpCommand<R> command) {
    return execute(command, Deadline.after(options.timeoutOf(command.name())));
  }

  /**
   * Sends a command and waits for its result.
   *
   * @param deadline by when the result has come, waiting for one's turn included
   * @throws AgentUnavailableException if the agent does not answer at all; nothing was sent
   * @throws HypervisorException if it refuses the command, or does not answer that
   */
  public <R> R execute(QmpCommand<R> command, Deadline deadline) {
    return execute(command, call(command.name(), deadline));
  }

  /**
   * Sends a command as a part of a larger call, whose operation, object and deadline an error
   * tells.
   *
   * @throws AgentUnavailableException if the agent does not answer at all; nothing was sent
   * @throws io.kvmsdk.error.UnsupportedFeatureException if this agent does not have the command, or
   *     was told not to execute it
   * @throws io.kvmsdk.error.InvalidStateException if it does not execute it while the guest's file
   *     systems are frozen
   * @throws HypervisorException if it refuses the command, or does not answer that
   */
  public <R> R execute(QmpCommand<R> command, Call call) {
    JsonNode reply =
        inTurn(
            command.name(),
            call,
            () -> {
              sync(call);
              return accepted(command, exchange(command, call, call.deadline()), call);
            });
    return decode(command, reply, call);
  }

  /**
   * Sends a command that is not answered when it succeeds, such as {@code guest-shutdown}.
   *
   * @param patience how long to wait for a refusal before taking silence for success
   * @throws AgentUnavailableException if the agent does not answer at all; nothing was sent
   * @throws HypervisorException if it refuses the command
   */
  public void executeWithoutReply(QmpCommand<?> command, Duration patience, Call call) {
    inTurn(
        command.name(),
        call,
        () -> {
          sync(call);
          try {
            JsonNode unused =
                accepted(command, exchange(command, call, call.deadline().atMost(patience)), call);
          } catch (TimedOutException e) {
            // Silence is what success sounds like, once the command is out.
            if (e.outcome() == Outcome.NOT_APPLIED) {
              throw e;
            }
          } catch (ConnectionLostException e) {
            // The machine went down before the patience was over.
            if (e.outcome() == Outcome.NOT_APPLIED) {
              throw e;
            }
          }
          return true;
        });
  }

  private interface Turn<T> {
    T take();
  }

  private <T> T inTurn(String name, Call call, Turn<T> what) {
    try {
      if (!turn.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new TimedOutException(
            call.context(),
            "the agent was busy with other callers' commands for all of "
                + call.deadline().budget());
      }
    } catch (InterruptedException e) {
      throw Failures.cancelled(call, name, false);
    }
    try {
      return what.take();
    } finally {
      turn.release();
    }
  }

  /**
   * Makes sure that the agent is there and that the next reply is to the next command. An agent
   * that goes takes along what it has read, and the next one knows nothing of it: so it is asked
   * again, less and less often. Only the latest question's answer counts, behind which nothing can
   * come.
   */
  private void sync(Call call) {
    for (Duration patience = ASK_AGAIN; ; patience = patience.multipliedBy(2)) {
      try {
        sync(call, call.deadline().atMost(patience));
        return;
      } catch (TimedOutException e) {
        if (call.deadline().isPast()) {
          throw new AgentUnavailableException(
              call.context(),
              "the guest agent did not answer within "
                  + call.deadline().budget()
                  + "; is qemu-guest-agent installed and running in the guest, and does it hang?",
              e);
        }
      }
    }
  }

  private void sync(Call call, Deadline deadline) {
    long id = ThreadLocalRandom.current().nextLong(1, 1L << 53);
    QmpCommand<JsonNode> command =
        QmpCommand.of("guest-sync-delimited", Json.MAPPER.createObjectNode().put("id", id));
    byte[] json = Json.command(command.name(), command.arguments());
    // 0xFF lets the agent drop what it may hold of a half-sent command.
    byte[] bytes = new byte[json.length + 1];
    bytes[0] = (byte) 0xFF;
    System.arraycopy(json, 0, bytes, 1, json.length);
    Pending pending = new Pending().with(bytes);
    try {
      session.expectSync(id, pending);
      await(pending, command.name(), call, deadline);
    } catch (CancelledException e) {
      throw Failures.cancelled(call, command.name(), false);
    } catch (ConnectionLostException e) {
      throw Failures.lost(call, command.name(), false, session.lossOr(e));
    }
  }

  private JsonNode exchange(QmpCommand<?> command, Call call, Deadline deadline) {
    Pending pending = new Pending().with(Json.command(command.name(), command.arguments()));
    session.expectReply(pending);
    return await(pending, command.name(), call, deadline);
  }

  private JsonNode await(Pending pending, String name, Call call, Deadline deadline) {
    try {
      wire.send(pending.outgoing());
      return wire.await(pending, deadline);
    } catch (TimeoutException e) {
      throw Failures.timedOut(call, name, !wire.withdraw(pending.outgoing()));
    } catch (InterruptedException e) {
      throw Failures.cancelled(call, name, !wire.withdraw(pending.outgoing()));
    } catch (IOException e) {
      throw Failures.lost(call, name, pending.outgoing().begun(), session.lossOr(e));
    } finally {
      session.forget();
    }
  }

  /** The reply, if it is no refusal; whoever calls has its turn. */
  private JsonNode accepted(QmpCommand<?> command, JsonNode reply, Call call) {
    JsonNode error = reply.path("error");
    if (error.isMissingNode()) {
      return reply;
    }
    boolean frozen = AgentRefusals.isOfNoUse(error) && isFrozen(call);
    throw AgentRefusals.of(call, command.name(), error, frozen);
  }

  /**
   * A frozen guest's agent says of a command that is disabled meanwhile the same as of no command.
   */
  private boolean isFrozen(Call call) {
    try {
      JsonNode status = exchange(QmpCommand.of("guest-fsfreeze-status"), call, call.deadline());
      return status.path("return").asText().equals("frozen");
    } catch (TimedOutException | ConnectionLostException e) {
      return false; // and it was refused all the same
    }
  }

  private static <R> R decode(QmpCommand<R> command, JsonNode reply, Call call) {
    try {
      return command.decode(reply.path("return"));
    } catch (RuntimeException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.APPLIED),
          "the guest agent answered " + command.name() + " with something else than expected",
          e);
    }
  }

  private Call call(String operation, Deadline deadline) {
    return new Call(operation, "guest agent " + address, deadline);
  }

  /** Whether the socket stands; of the agent it says nothing. */
  public boolean isOpen() {
    return session.loss() == null;
  }

  /** Closes the socket; whoever waits fails. On return nothing is left open. */
  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String toString() {
    return "GuestAgent[" + address + (isOpen() ? "]" : ", closed]");
  }
}
