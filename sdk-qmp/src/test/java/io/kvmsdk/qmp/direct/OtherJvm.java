package io.kvmsdk.qmp.direct;

import io.kvmsdk.error.ConflictException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Another JVM that drives a state directory until it is killed. */
final class OtherJvm implements AutoCloseable {

  private final Process process;

  /** Opens {@code directory}; with a QEMU and a UUID it starts an idle machine too. */
  OtherJvm(Path directory, String... qemuAndUuid) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    command.add(OtherJvm.class.getName());
    command.add(directory.toString());
    command.addAll(Arrays.asList(qemuAndUuid));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Its only line: the pid of its QEMU, or whether it has the directory. */
  String awaitReady() throws IOException {
    BufferedReader out = process.inputReader();
    return out.readLine();
  }

  long pid() {
    return process.pid();
  }

  /** Kills it with SIGKILL. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(RealQemu.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the other JVM does not end");
    }
  }

  public static void main(String[] args) throws IOException {
    StateDirectory state;
    try {
      state = StateDirectory.open(RealQemu.connectCall(RealQemu.PATIENCE), Path.of(args[0]));
    } catch (ConflictException e) {
      System.out.println("refused");
      return;
    }
    if (args.length == 1) {
      System.out.println("open");
    } else {
      MachineFolder folder = state.machine(UUID.fromString(args[2]));
      QemuProcess qemu = RealQemu.start(Path.of(args[1]), folder, RealQemu.arguments(folder));
      folder.write(
          RealQemu.call(folder, RealQemu.PATIENCE).context(), MachineFile.LIVE, "<domain/>");
      System.out.println(qemu.pid());
    }
    // Until it is killed, or the test that started it is.
    System.in.read();
  }
}
