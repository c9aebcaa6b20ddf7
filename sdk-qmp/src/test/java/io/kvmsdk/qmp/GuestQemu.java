package io.kvmsdk.qmp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kvmsdk.testkit.TinyGuest;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tiny guest with two CPUs, an empty disk of 32 MiB, a network card and an agent. */
final class GuestQemu implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final String OPTIONS =
      "-machine q35 -accel tcg,thread=multi -cpu qemu64 -m 256 -smp 2"
          + " -nodefaults -no-user-config -display none -serial file:console"
          + " -chardev socket,id=agent,path=agent,server=on,wait=off -device virtio-serial-pci"
          + " -device virtserialport,chardev=agent,name=org.qemu.guest_agent.0"
          + " -blockdev driver=file,node-name=disk,filename=disk,discard=unmap"
          + " -device virtio-blk-pci,drive=disk"
          + " -netdev user,id=net -device virtio-net-pci,netdev=net,mac=52:54:00:12:34:56";

  private final Path folder;
  private final Process process;

  GuestQemu(Path folder) throws IOException {
    this.folder = folder;
    try (RandomAccessFile disk = new RandomAccessFile(folder.resolve("disk").toFile(), "rw")) {
      disk.setLength(32 << 20);
    }
    TinyGuest guest = TinyGuest.obtain();
    List<String> command = new ArrayList<>(List.of(binary()));
    command.addAll(List.of(OPTIONS.split(" ")));
    command.addAll(List.of("-kernel", guest.kernel().toString()));
    command.addAll(List.of("-initrd", guest.initrd().toString(), "-append", TinyGuest.CMDLINE));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      awaitConsole(TinyGuest.READY_LINE);
      awaitConsole("TINY eth0 address");
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static String binary() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "qemu-system-x86_64"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseGet(() ->
            Boolean.getBoolean("kvmsdk.require.hypervisors")
                ? fail("there is no QEMU")
                : abort("there is no QEMU"));
  }

  void awaitConsole(String text) {
    await()
        .atMost(PATIENCE)
        .failFast(() -> !process.isAlive() && !console().contains(text))
        .until(() -> console().contains(text));
  }

  String console() throws IOException {
    Path console = folder.resolve("console");
    return Files.exists(console) ? Files.readString(console, StandardCharsets.ISO_8859_1) : "";
  }

  Path agent() {
    return folder.resolve("agent");
  }

  /** Whether it has ended within some time. */
  boolean awaitEnd() throws InterruptedException {
    return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
