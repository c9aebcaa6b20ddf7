package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import java.nio.file.Path;
import java.util.Objects;
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

  /** What a QEMU can do, and which one it was. */
  private record KnownSchema(QmpGreeting greeting, QmpSchema schema) {}

  private final QmpEndpoint endpoint;
  private final QmpOptions options;
  private final Subscriptions subscriptions;
  private final Link link;
  private final AtomicReference<@Nullable KnownSchema> schema = new AtomicReference<>();
  private final AtomicReference<@Nullable QmpJobs> jobs = new AtomicReference<>();

  private QmpClient(QmpEndpoint endpoint, QmpOptions options, @Nullable QmpListener listener) {
    this.endpoint = endpoint;
    this.options = options;
    this.subscriptions = new Subscriptions(options.eventQueue());
    if (listener != null) {
      QmpSubscription unused = subscriptions.add(listener);
    }
    link = new Link(endpoint, options, subscriptions);
  }

  /** Connects to a unix socket with {@link QmpOptions#DEFAULT}. */
  public static QmpClient connect(Path socket) {
    return connect(QmpEndpoint.unix(socket), QmpOptions.DEFAULT);
  }

  /**
   * Connects: the greeting is awaited and the capabilities are negotiated.
   *
   * @throws ConnectFailedException if nothing listens there, or what listens does not speak QMP
   *     within {@link QmpOptions#connectTimeout()}; nothing is left open
   */
  public static QmpClient connect(QmpEndpoint endpoint, QmpOptions options) {
    return new QmpClient(endpoint, options, null);
  }

  /**
   * Connects with a listener that misses nothing: it is told also what happens during the
   * handshake.
   *
   * @throws ConnectFailedException as {@link #connect(QmpEndpoint, QmpOptions)}
   */
  public static QmpClient connect(QmpEndpoint endpoint, QmpOptions options, QmpListener listener) {
    return new QmpClient(endpoint, options, listener);
  }

  /** What QEMU said of itself when this client connected last. */
  public QmpGreeting greeting() {
    return link.greeting();
  }

  /**
   * Sends a command and waits for its result, at most {@link QmpOptions#timeoutOf}.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command) {
    return execute(command, within(command));
  }

  /**
   * Sends a command and waits for its result.
   *
   * @param deadline by when the result has come
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command, Deadline deadline) {
    return execute(command, call(command, deadline));
  }

  /**
   * Sends a command as a part of a larger call, whose operation, object and deadline an error
   * tells.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R execute(QmpCommand<R> command, Call call) {
    return link.get(command.name(), call).execute(command, call);
  }

  /**
   * Sends any command by its name, and waits at most {@link QmpOptions#timeoutOf}.
   *
   * @param arguments an object
   * @return what QEMU sent as {@code return}
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public JsonNode execute(String command, JsonNode arguments) {
    return execute(QmpCommand.of(command, arguments));
  }

  /**
   * Sends a command that wants an open file, such as {@code getfd} or {@code add-fd}, at most
   * {@link QmpOptions#timeoutOf}. One at a time: the next waits until this one is answered.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException if the client was not connected to {@link
   *     UnixEndpoint#passingDescriptors}; nothing was sent
   * @throws HypervisorException if the file cannot be opened, QEMU refuses the command, or does not
   *     answer
   */
  public <R> R execute(QmpCommand<R> command, PassedFile file) {
    Call call = call(command, within(command));
    return link.get(command.name(), call).execute(command, file, call);
  }

  /**
   * Sends a command that QEMU executes at once, while another is being executed or waits; at most
   * {@link QmpOptions#timeoutOf}. Only a few commands may be executed so, such as {@code
   * migrate-pause}, {@code migrate-recover} and {@code yank}.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException if the client was not connected with {@link
   *     QmpOptions#withOutOfBand}, or QEMU does not offer it; nothing was sent
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R executeOutOfBand(QmpCommand<R> command) {
    return executeOutOfBand(command, call(command, within(command)));
  }

  /**
   * Sends a command that QEMU executes at once, as a part of a larger call.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException if the client was not connected with {@link
   *     QmpOptions#withOutOfBand}, or QEMU does not offer it; nothing was sent
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public <R> R executeOutOfBand(QmpCommand<R> command, Call call) {
    Connection connection = link.get(command.name(), call);
    if (!connection.outOfBand()) {
      throw Failures.noOutOfBand(call, options.outOfBand());
    }
    return connection.executeOutOfBand(command, call);
  }

  private Deadline within(QmpCommand<?> command) {
    return Deadline.after(options.timeoutOf(command.name()));
  }

  private Call call(QmpCommand<?> command, Deadline deadline) {
    return new Call(command.name(), "QMP socket " + endpoint, deadline);
  }

  /**
   * Tells {@code listener} what happens from now on.
   *
   * @return closes the subscription; closing the client does so too
   */
  public QmpSubscription subscribe(QmpListener listener) {
    return subscriptions.add(listener);
  }

  /**
   * What this QEMU can do. Asked once, when first needed, and again after a reconnect if that is
   * another QEMU.
   *
   * @throws HypervisorException if QEMU does not answer
   */
  public QmpSchema schema() {
    KnownSchema known = schema.get();
    QmpGreeting now = link.greeting();
    if (known == null || !known.greeting.equals(now)) {
      known = new KnownSchema(now, new QmpSchema(execute(QmpCommand.of("query-qmp-schema"))));
      schema.set(known);
    }
    return known.schema;
  }

  /** Whether this QEMU has a command; see {@link QmpSchema#supports(Class)}. */
  public boolean supports(Class<? extends TypedCommand<?>> command) {
    return schema().supports(command);
  }

  /** Whether a command takes an argument; see {@link QmpSchema#supports(Class, String)}. */
  public boolean supports(Class<? extends TypedCommand<?>> command, String argument) {
    return schema().supports(command, argument);
  }

  /** Whether an argument takes a value; see {@link QmpSchema#supports(Class, String, QmpEnum)}. */
  public boolean supports(
      Class<? extends TypedCommand<?>> command, String argument, QmpEnum value) {
    return schema().supports(command, argument, value);
  }

  /**
   * Whether the connection stands. Where it does not, every command fails with {@link
   * io.kvmsdk.error.ConnectionLostException}, or waits until it is made again, see {@link
   * QmpOptions#withReconnect}.
   */
  public boolean isOpen() {
    return link.now() != null;
  }

  /** What takes long in this QEMU: started, found again, waited for. */
  public QmpJobs jobs() {
    QmpJobs known = jobs.get();
    if (known == null) {
      QmpJobs made = new QmpJobs(this, subscriptions);
      if (jobs.compareAndSet(null, made)) {
        return made;
      }
      made.close();
      known = Objects.requireNonNull(jobs.get());
    }
    return known;
  }

  /** What a call on this client's behalf that names no deadline may take. */
  Deadline within(String command) {
    return Deadline.after(options.timeoutOf(command));
  }

  /** How many commands wait for a reply. */
  int waiting() {
    Connection now = link.now();
    return now == null ? 0 : now.waiting();
  }

  /** Closes the connection; commands that wait fail. On return no socket is left open. */
  @Override
  public void close() {
    link.close();
  }

  @Override
  public String toString() {
    return "QmpClient[" + endpoint + (isOpen() ? "]" : ", closed]");
  }
}
