package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connection to QEMU's monitor, or to another program that speaks QMP such as {@code
 * qemu-storage-daemon}.
 *
 * <p>Any number of threads may send commands at once; each waits for its own reply only. QEMU works
 * them off one after the other. Events are told to {@linkplain #subscribe subscribers} on other
 * threads, so that neither a slow listener nor a waiting command leaves the socket unread.
 *
 * <p>A command that fails tells what became of it: a refusal of QEMU's was not applied; where the
 * deadline passed, the waiting thread was interrupted or the connection broke, {@link
 * HypervisorException#outcome()} is {@link Outcome#UNKNOWN} as soon as QEMU may have read the
 * command. The connection stays in order, and a reply that comes too late is dropped.
 *
 * <p>QEMU's monitor serves one client at a time. QEMU 2.12 or later.
 *
 * @see <a href="https://www.qemu.org/docs/master/interop/qmp-spec.html">QMP specification</a>
 */
public final class QmpClient implements AutoCloseable {

  private final SocketAddress address;
  private final QmpOptions options;
  private final QmpSession session;
  private final Wire wire;
  private final QmpGreeting greeting;
  private final String who;
  private final String idPrefix = Long.toHexString(System.nanoTime()) + "-";
  private final AtomicLong ids = new AtomicLong();
  private final AtomicReference<@Nullable QmpSchema> schema = new AtomicReference<>();

  private QmpClient(SocketAddress address, QmpOptions options, @Nullable QmpListener listener) {
    this.address = address;
    this.options = options;
    this.session = new QmpSession(options.eventQueue());
    if (listener != null) {
      session.subscribe(listener);
    }
    Call call =
        new Call("connect", "QMP socket " + address, Deadline.after(options.connectTimeout()));
    wire = Connecting.connect(call, address, options, session);
    try {
      greeting = handshake(call);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    who = "QEMU " + greeting.version();
  }

  /** Connects to a unix socket with {@link QmpOptions#DEFAULT}. */
  public static QmpClient connect(Path socket) {
    return connect(UnixDomainSocketAddress.of(socket), QmpOptions.DEFAULT);
  }

  /**
   * Connects: the greeting is awaited and the capabilities are negotiated.
   *
   * @param address a unix socket's or a TCP address
   * @throws ConnectFailedException if nothing listens there, or what listens does not speak QMP
   *     within {@link QmpOptions#connectTimeout()}; nothing is left open
   */
  public static QmpClient connect(SocketAddress address, QmpOptions options) {
    return new QmpClient(address, options, null);
  }

  /**
   * Connects with a listener that misses nothing: it is told also what happens during the
   * handshake.
   *
   * @throws ConnectFailedException as {@link #connect(SocketAddress, QmpOptions)}
   */
  public static QmpClient connect(SocketAddress address, QmpOptions options, QmpListener listener) {
    return new QmpClient(address, options, listener);
  }

  private QmpGreeting handshake(Call call) {
    try {
      QmpGreeting hello =
          session.greeting().get(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
      send(QmpCommand.of("qmp_capabilities"), call, "the other side");
      return hello;
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
    } catch (CancelledException e) {
      throw e;
    } catch (HypervisorException e) {
      throw new ConnectFailedException(
          call.context(), "the capabilities were not negotiated: " + e.getMessage(), e);
    }
  }

  /** What QEMU said of itself when this client connected. */
  public QmpGreeting greeting() {
    return greeting;
  }

  /**
   * Sends a command and waits for its result, at most {@link QmpOptions#commandTimeout()}.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command) {
    return execute(command, Deadline.after(options.commandTimeout()));
  }

  /**
   * Sends a command and waits for its result.
   *
   * @param deadline by when the result has come
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command, Deadline deadline) {
    return execute(command, new Call(command.name(), "QMP socket " + address, deadline));
  }

  /**
   * Sends a command as a part of a larger call, whose operation, object and deadline an error
   * tells.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command, Call call) {
    return send(command, call, who);
  }

  /**
   * Sends any command by its name, and waits at most {@link QmpOptions#commandTimeout()}.
   *
   * @param arguments an object
   * @return what QEMU sent as {@code return}
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public JsonNode execute(String command, JsonNode arguments) {
    return execute(QmpCommand.of(command, arguments));
  }

  private <R> R send(QmpCommand<R> command, Call call, String other) {
    String name = command.name();
    String id = idPrefix + ids.incrementAndGet();
    JsonNode reply = exchange(name, id, Json.command(name, command.arguments(), id), call);
    JsonNode error = reply.path("error");
    if (!error.isMissingNode()) {
      throw Failures.refused(call, name, other, error);
    }
    try {
      return command.decode(reply.path("return"));
    } catch (RuntimeException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.APPLIED),
          other + " answered " + name + " with something else than expected",
          e);
    }
  }

  private JsonNode exchange(String name, String id, byte[] bytes, Call call) {
    Pending pending = new Pending(bytes);
    session.expect(id, pending);
    try {
      wire.send(pending.outgoing());
      return wire.await(pending, call.deadline());
    } catch (TimeoutException e) {
      throw Failures.timedOut(call, name, !wire.withdraw(pending.outgoing()));
    } catch (InterruptedException e) {
      throw Failures.cancelled(call, name, !wire.withdraw(pending.outgoing()));
    } catch (IOException e) {
      throw Failures.lost(call, name, pending.outgoing().begun(), session.lossOr(e));
    } finally {
      session.forget(id);
    }
  }

  /**
   * Tells {@code listener} what happens from now on.
   *
   * @return closes the subscription; closing the client does so too
   */
  public QmpSubscription subscribe(QmpListener listener) {
    return session.subscribe(listener);
  }

  /**
   * What this QEMU can do. Asked once, when first needed.
   *
   * @throws HypervisorException if QEMU does not answer
   */
  public QmpSchema schema() {
    QmpSchema known = schema.get();
    if (known == null) {
      known = new QmpSchema(execute(QmpCommand.of("query-qmp-schema")));
      schema.set(known);
    }
    return known;
  }

  /** Whether this QEMU has a command; see {@link QmpSchema#supports(String)}. */
  public boolean supports(String command) {
    return schema().supports(command);
  }

  /** Whether a command takes an argument; see {@link QmpSchema#supports(String, String)}. */
  public boolean supports(String command, String argument) {
    return schema().supports(command, argument);
  }

  /**
   * Whether the connection stands. Where it does not, every command fails with {@link
   * io.kvmsdk.error.ConnectionLostException}.
   */
  public boolean isOpen() {
    return session.loss() == null;
  }

  /** Closes the connection; commands that wait fail. On return no socket is left open. */
  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String toString() {
    return "QmpClient[" + address + (isOpen() ? "]" : ", closed]");
  }
}
