package io.kvmsdk.benchmarks;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A thousand connections of one process: its threads, its descriptors, its memory for each. */
public final class QmpConnections {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private QmpConnections() {}

  /** Prints what was measured; a number as first argument is how many connections. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("qmp");
    Path socket = folder.resolve("stub");
    List<QmpClient> clients = new ArrayList<>();
    try (QmpStub unused = QmpStub.start(socket)) {
      try (QmpClient first = QmpClient.connect(socket)) {
        first.execute(QmpCommand.of("query-status"));
        print("before", 0, 0, 0);
        long heap = heap();
        long resident = resident();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
          clients.add(QmpClient.connect(socket));
        }
        System.out.printf(
            Locale.ROOT,
            "%d connections made in %.2f s%n",
            count,
            (System.nanoTime() - start) / 1e9);
        print("connected", count, heap, resident);
        start = System.nanoTime();
        for (int round = 0; round < 10; round++) {
          for (QmpClient client : clients) {
            client.execute(QmpCommand.of("query-status"));
          }
        }
        System.out.printf(
            Locale.ROOT,
            "ten commands of each in turn, %.1f us a command%n",
            (System.nanoTime() - start) / 1e4 / count);
        print("used", count, heap, resident);
      } finally {
        clients.forEach(QmpClient::close);
      }
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(folder);
    }
  }

  private static void print(String when, int count, long heap, long resident) throws Exception {
    long heapNow = heap();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    long descriptors;
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      descriptors = open.count();
    }
    System.out.printf("%-10s %4d threads, %5d descriptors", when, threads, descriptors);
    if (count > 0) {
      System.out.printf(
          Locale.ROOT,
          "; a connection %.1f KiB of heap, %.1f KiB resident",
          (heapNow - heap) / 1024.0 / count,
          (resident() - resident) / 1024.0 / count);
    }
    System.out.println();
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  private static long resident() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IllegalStateException("no VmRSS");
  }
}
