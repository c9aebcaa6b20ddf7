package io.kvmsdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link QmpClient} against a bare blocking client, in turns in one run: the time and the processor
 * time of a command, commands of 64 threads at once, QEMU's schema. Against a stub that answers at
 * once, and against QEMU.
 */
public final class QmpBenchmark {

  private static final int ROUNDS = 11;
  private static final int CALLERS = 64;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** The median time of a call, and the processor time and the time for each. */
  private record Cost(double median, double processor, double each) {}

  private QmpBenchmark() {}

  /** Prints what was measured; the first argument names another QEMU than the one on the path. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("qmp");
    Path socket = folder.resolve("stub");
    try (QmpStub unused = QmpStub.start(socket)) {
      try (QmpClient ours = QmpClient.connect(socket);
          BareQmp bare = new BareQmp(socket)) {
        QmpCommand<?> status = QmpCommand.of("query-status");
        compare("a command to the stub", 20_000, ours, status, bare);
        pipelined("a command of 64 threads'", Thread::new, ours, bare);
        ThreadFactory virtual = virtual();
        if (virtual != null) {
          pipelined("a command of 64 virtual threads'", virtual, ours, bare);
        }
      }
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(folder);
    }
    try (RealQemu qemu = RealQemu.start(args.length == 0 ? RealQemu.DEFAULT : args[0])) {
      QmpCommand<?> status = QmpCommand.of("query-status");
      QmpCommand<?> schema = QmpCommand.of("query-qmp-schema");
      try (QmpClient ours = QmpClient.connect(qemu.one());
          BareQmp bare = new BareQmp(qemu.other())) {
        compare("query-status of QEMU", 5_000, ours, status, bare);
        compare("query-qmp-schema of QEMU", 60, ours, schema, bare);
      }
    }
  }

  private static void compare(
      String what, int calls, QmpClient ours, QmpCommand<?> command, BareQmp bare)
      throws Exception {
    Cost[] mine = new Cost[ROUNDS];
    Cost[] floor = new Cost[ROUNDS];
    for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
      Cost rival = cost(calls, () -> bare.execute(command.name()));
      Cost own = cost(calls, () -> ours.execute(command));
      if (i >= 0) {
        floor[i] = rival;
        mine[i] = own;
      }
    }
    Cost a = median(mine);
    Cost b = median(floor);
    print(what + ", median", a.median, b.median);
    print(what + ", processor", a.processor, b.processor);
  }

  private static void pipelined(String what, ThreadFactory threads, QmpClient ours, BareQmp bare)
      throws Exception {
    Cost[] mine = new Cost[ROUNDS];
    Cost[] floor = new Cost[ROUNDS];
    QmpCommand<?> status = QmpCommand.of("query-status");
    for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
      Cost rival = cost(20_000, () -> bare.execute("query-status"));
      Cost own = together(128_000, threads, () -> ours.execute(status));
      if (i >= 0) {
        floor[i] = rival;
        mine[i] = own;
      }
    }
    double a = median(mine).each;
    double b = median(floor).each;
    print(what, a, b);
    print(what + ", processor", median(mine).processor, median(floor).processor);
    System.out.printf(
        Locale.ROOT, "%-44s %8.0f a second, %.1f times the bare rate%n", "", 1e6 / a, b / a);
  }

  /** Threads of JDK 21, or null. */
  private static @Nullable ThreadFactory virtual() throws ReflectiveOperationException {
    if (Runtime.version().feature() < 21) {
      return null;
    }
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return (ThreadFactory)
        Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }

  private static Cost cost(int calls, Callable<?> call) throws Exception {
    long[] times = new long[calls];
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long before = start;
    for (int i = 0; i < calls; i++) {
      call.call();
      long now = System.nanoTime();
      times[i] = now - before;
      before = now;
    }
    long all = before - start;
    processor = SYSTEM.getProcessCpuTime() - processor;
    Arrays.sort(times);
    return new Cost(times[calls / 2] / 1e3, processor / 1e3 / calls, all / 1e3 / calls);
  }

  private static Cost together(int calls, ThreadFactory factory, Callable<?> call)
      throws Exception {
    List<Thread> threads = new ArrayList<>();
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    for (int t = 0; t < CALLERS; t++) {
      Thread thread =
          factory.newThread(() -> {
            try {
              for (int i = 0; i < calls / CALLERS; i++) {
                call.call();
              }
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double all = (System.nanoTime() - start) / 1e3;
    processor = SYSTEM.getProcessCpuTime() - processor;
    return new Cost(all / calls, processor / 1e3 / calls, all / calls);
  }

  private static Cost median(Cost[] costs) {
    return new Cost(
        Arrays.stream(costs).mapToDouble(Cost::median).sorted().toArray()[costs.length / 2],
        Arrays.stream(costs).mapToDouble(Cost::processor).sorted().toArray()[costs.length / 2],
        Arrays.stream(costs).mapToDouble(Cost::each).sorted().toArray()[costs.length / 2]);
  }

  private static void print(String what, double ours, double bare) {
    System.out.printf(
        Locale.ROOT, "%-44s %8.1f us, bare %8.1f us, %.2f times%n", what, ours, bare, ours / bare);
  }

  /** A QEMU without a guest, with two monitors. */
  private record RealQemu(Process process, Path folder) implements AutoCloseable {
    static final String DEFAULT = "qemu-system-x86_64";

    static RealQemu start(String program) throws IOException, InterruptedException {
      Path folder = Files.createTempDirectory("qmp");
      List<String> command = new ArrayList<>(List.of(program, "-M", "none", "-nodefaults"));
      command.addAll(List.of("-display", "none"));
      for (String name : List.of("one", "other")) {
        command.addAll(List.of("-qmp", "unix:" + folder.resolve(name) + ",server=on,wait=off"));
      }
      RealQemu qemu = new RealQemu(new ProcessBuilder(command).inheritIO().start(), folder);
      while (!Files.exists(qemu.other())) {
        if (!qemu.process.isAlive()) {
          throw new IOException(program + " does not start");
        }
        Thread.sleep(10);
      }
      return qemu;
    }

    Path one() {
      return folder.resolve("one");
    }

    Path other() {
      return folder.resolve("other");
    }

    @Override
    public void close() throws IOException, InterruptedException {
      process.destroy();
      process.waitFor();
      Files.deleteIfExists(one());
      Files.deleteIfExists(other());
      Files.delete(folder);
    }
  }
}
