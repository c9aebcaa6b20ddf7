package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection to QEMU, from its greeting to its end. */
final class Connection {

  /**
   * QEMU queues eight, and stops to read with the eighth, by which a command out of band would not
   * be read either.
   *
   * @see <a href="https://www.qemu.org/docs/master/interop/qmp-spec.html#out-of-band-execution">QMP
   *     specification</a>
   */
  private static final int QUEUED = 7;

  private final QmpSession session;
  private final Wire wire;
  private final QmpGreeting greeting;
  private final @Nullable Semaphore slots;

  /** QEMU keeps the file of one message only, until the command that wants it is carried out. */
  private final Semaphore oneFile = new Semaphore(1, true);

  private String who = "the other side";

  private Connection(
      Call call,
      QmpEndpoint endpoint,
      QmpOptions options,
      Subscriptions subscriptions,
      QmpSession.Watcher watcher) {
    session = new QmpSession(subscriptions, watcher);
    wire = Connecting.connect(call, endpoint, options, session);
    try {
      greeting = greeting(call);
      boolean outOfBand = options.outOfBand() && greeting.capabilities().contains("oob");
      negotiate(call, outOfBand);
      slots = outOfBand ? new Semaphore(QUEUED, true) : null;
      who = "QEMU " + greeting.version();
      if (greeting.version().atLeast(9, 0)) {
        wire.sendWholeRecords();
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Connects: the greeting is awaited and the capabilities are negotiated.
   *
   * @throws ConnectFailedException if that does not succeed; nothing is left open
   */
  static Connection open(
      Call call,
      QmpEndpoint endpoint,
      QmpOptions options,
      Subscriptions subscriptions,
      QmpSession.Watcher watcher) {
    return new Connection(call, endpoint, options, subscriptions, watcher);
  }

  private QmpGreeting greeting(Call call) {
    try {
      return session.greeting().get(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw Connecting.cancelled(call);
    } catch (TimeoutException e) {
      throw new ConnectFailedException(
          call.context(),
          "connected, but no QMP greeting came within "
              + call.deadline().budget()
              + "; either another client holds this monitor, which serves one at a time, or this is not"
              + " a QMP socket",
          e);
    } catch (ExecutionException e) {
      Throwable cause = session.lossOr(e);
      throw new ConnectFailedException(
          call.context(), "this is not a QMP socket: " + cause.getMessage(), cause);
    }
  }

  private void negotiate(Call call, boolean outOfBand) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (outOfBand) {
      arguments.putArray("enable").add("oob");
    }
    try {
      JsonNode unused =
          execute(QmpCommand.of("qmp_capabilities", arguments), call, "execute", null, null);
    } catch (CancelledException e) {
      throw e;
    } catch (HypervisorException e) {
      throw new ConnectFailedException(
          call.context(), "the capabilities were not negotiated: " + e.getMessage(), e);
    }
  }

  QmpGreeting greeting() {
    return greeting;
  }

  /** Whether commands may be executed out of band. */
  boolean outOfBand() {
    return slots != null;
  }

  @Nullable Throwable loss() {
    return session.loss();
  }

  /** How many commands wait for a reply. */
  int waiting() {
    return session.inFlight().waiting();
  }

  <R> R execute(QmpCommand<R> command, Call call) {
    return execute(command, call, "execute", slots, null);
  }

  <R> R executeOutOfBand(QmpCommand<R> command, Call call) {
    return execute(command, call, "exec-oob", null, null);
  }

  /** Sends a command with a file, when those that were sent with one before were answered. */
  <R> R execute(QmpCommand<R> command, PassedFile file, Call call) {
    if (!wire.passesFiles()) {
      throw Failures.noDescriptors(call);
    }
    take(oneFile, command.name(), call);
    try {
      return execute(command, call, "execute", slots, file);
    } finally {
      oneFile.release();
    }
  }

  private <R> R execute(
      QmpCommand<R> command,
      Call call,
      String how,
      @Nullable Semaphore place,
      @Nullable PassedFile file) {
    String name = command.name();
    if (Thread.interrupted()) {
      throw Failures.cancelled(call, name, false);
    }
    if (place != null) {
      take(place, name, call);
    }
    JsonNode reply = exchange(command, how, new Pending(place), file, call);
    JsonNode error = reply.get("error");
    if (error != null) {
      throw Failures.refused(call, name, who, error);
    }
    try {
      return command.decode(reply.path("return"));
    } catch (RuntimeException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.APPLIED),
          who + " answered " + name + " with something else than expected",
          e);
    }
  }

  /** Waits for a place in QEMU's queue, which is given back when the reply comes. */
  private static void take(Semaphore place, String name, Call call) {
    try {
      if (!place.tryAcquire(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw Failures.timedOut(call, name, false);
      }
    } catch (InterruptedException e) {
      throw Failures.cancelled(call, name, false);
    }
  }

  private JsonNode exchange(
      QmpCommand<?> command, String how, Pending pending, @Nullable PassedFile file, Call call) {
    String name = command.name();
    int id = session.inFlight().add(pending);
    boolean mayBeSent = false;
    try {
      byte[] bytes = Json.command(how, name, command.arguments(), id);
      // Last, so that whatever fails before it leaves no file open.
      Outgoing message = pending.with(bytes, file == null ? null : open(file, call)).outgoing();
      try {
        mayBeSent = true;
        wire.send(message);
        return wire.await(pending, call.deadline());
      } catch (TimeoutException e) {
        mayBeSent = !wire.withdraw(message);
        throw Failures.timedOut(call, name, mayBeSent);
      } catch (InterruptedException e) {
        mayBeSent = !wire.withdraw(message);
        throw Failures.cancelled(call, name, mayBeSent);
      } catch (IOException e) {
        mayBeSent = message.begun();
        message.closeFile();
        if (mayBeSent && CommandTimeouts.isLast(name)) {
          return JsonNodeFactory.instance.objectNode().putObject("return");
        }
        throw Failures.lost(call, name, mayBeSent, session.lossOr(e));
      }
    } finally {
      session.inFlight().forget(id, pending, mayBeSent);
    }
  }

  private static PassedFile.Opened open(PassedFile file, Call call) {
    try {
      return file.open();
    } catch (IOException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.NOT_APPLIED), String.valueOf(e.getMessage()), e);
    }
  }

  /** Closes the connection; commands that wait fail. On return no socket is left open. */
  void close() {
    wire.close();
  }
}
