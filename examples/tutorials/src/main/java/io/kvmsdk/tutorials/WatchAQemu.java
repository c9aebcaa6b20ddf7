package io.kvmsdk.tutorials;

import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.qmp.QmpListener;
import io.kvmsdk.qmp.QmpOptions;
import io.kvmsdk.qmp.command.QueryStatus;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Shows what happens in a QEMU, until it ends.
 *
 * <p>Usage: {@code WatchAQemu SOCKET}, where QEMU was started with {@code -qmp
 * unix:SOCKET,server=on,wait=off}.
 */
public final class WatchAQemu {

  private WatchAQemu() {}

  /** Runs it. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: WatchAQemu SOCKET");
    }
    watch(Path.of(args[0]), System.out::println);
  }

  static void watch(Path socket, Consumer<String> show) throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    QmpListener listener =
        new QmpListener() {
          @Override
          public void event(QmpEvent event) {
            show.accept(event.timestamp() + " " + event.name() + " " + event.data());
          }

          @Override
          public void closed(HypervisorException cause) {
            gone.countDown();
          }
        };
    try (QmpClient client =
        QmpClient.connect(QmpEndpoint.unix(socket), QmpOptions.DEFAULT, listener)) {
      show.accept(
          "QEMU "
              + client.greeting().version()
              + " is "
              + client.execute(QueryStatus.INSTANCE).status());
      gone.await();
    }
  }
}
