package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.host.Version;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.qmp.QmpListener;
import io.kvmsdk.qmp.QmpOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** QEMU's monitor: commands as parts of a call, and events that calls wait for. */
final class Monitor implements AutoCloseable {

  /** Is told what happens, in order, after whoever waits for it. It may use the monitor. */
  interface Observer {
    void happened(Monitor monitor, QmpEvent event);

    /** Events were lost; all that is known of the machine may be old. */
    void missed(Monitor monitor);

    /** QEMU is gone, or this side closed the connection. */
    void gone(Monitor monitor, HypervisorException cause);
  }

  private final List<EventWait> waits = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Boolean> connected = new CompletableFuture<>();
  private final QmpClient client;

  private Monitor(Path socket, QmpOptions options, Observer observer) {
    try {
      client = QmpClient.connect(QmpEndpoint.unix(socket), options, listener(observer));
    } catch (RuntimeException | Error e) {
      connected.complete(false);
      throw e;
    }
    connected.complete(true);
  }

  /** Connects within the call's deadline; {@code observer} misses nothing. */
  static Monitor connect(Call call, Path socket, Observer observer) {
    return new Monitor(socket, within(call), observer);
  }

  /** Options to connect within a call's deadline. */
  static QmpOptions within(Call call) {
    Duration left = call.deadline().remaining();
    if (left.isZero()) {
      throw new TimedOutException(
          call.context(), "no time was left to connect of " + call.deadline().budget());
    }
    return QmpOptions.DEFAULT.withConnectTimeout(left);
  }

  /** What happens during the handshake is told after it, and not at all where it fails. */
  private QmpListener listener(Observer observer) {
    return new QmpListener() {
      @Override
      public void event(QmpEvent event) {
        if (connected.join()) {
          observer.happened(Monitor.this, event);
          waits.forEach(wait -> wait.offer(event));
        }
      }

      @Override
      public void gap(long missed) {
        if (connected.join()) {
          observer.missed(Monitor.this);
        }
      }

      @Override
      public void closed(HypervisorException cause) {
        if (connected.join()) {
          waits.forEach(wait -> wait.lost(cause));
          observer.gone(Monitor.this, cause);
        }
      }
    };
  }

  /** QEMU's version. */
  Version version() {
    return client.greeting().version();
  }

  /** The client beneath. */
  QmpClient client() {
    return client;
  }

  /** Sends a command without arguments. */
  JsonNode ask(Call call, String command) {
    return client.execute(QmpCommand.of(command), call);
  }

  /** Sends a command. */
  JsonNode ask(Call call, String command, JsonNode arguments) {
    return client.execute(QmpCommand.of(command, arguments), call);
  }

  /** Begins to wait for an event; closed by whoever waits. */
  EventWait expect(Predicate<QmpEvent> wanted) {
    EventWait wait = new EventWait(wanted, waits::remove);
    waits.add(wait);
    if (!client.isOpen()) {
      // Whoever comes after the end was told would wait for nothing.
      wait.lost(
          new ConnectionLostException(
              ErrorContext.of("events", client.toString()), "the connection is gone"));
    }
    return wait;
  }

  @Override
  public void close() {
    client.close();
  }
}
