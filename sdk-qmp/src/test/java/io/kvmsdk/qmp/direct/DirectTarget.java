package io.kvmsdk.qmp.direct;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.testkit.TinyGuest;
import io.kvmsdk.testkit.contract.ContractTarget;
import io.kvmsdk.testkit.contract.GuestKind;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The direct backend on a real QEMU, as the contract suite sees it. */
final class DirectTarget implements ContractTarget {

  private final String name;
  private final Path qemu;
  private final Path directory;
  private final TinyGuest guest;

  /**
   * On one QEMU.
   *
   * @param name the column in the table of what works where
   */
  DirectTarget(String name, Path qemu) {
    this.name = name;
    this.qemu = qemu;
    this.guest = TinyGuest.obtain();
    try {
      this.directory = Files.createTempDirectory("kvmsdk-qmp");
      Runtime.getRuntime().addShutdownHook(new Thread(this::sweepUp));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  String uri() {
    return "qmp://" + directory + "/state?qemu=" + qemu;
  }

  Path state() {
    return directory.resolve("state");
  }

  @Override
  public Hypervisor connect(ConnectOptions options) {
    return Hypervisor.connect(uri(), options);
  }

  @Override
  public boolean sharesHost() {
    return false;
  }

  @Override
  public boolean boots() {
    return true;
  }

  @Override
  public DomainDefinition.Builder guest(String name, GuestKind kind) {
    String cmdline =
        switch (kind) {
          case OBEDIENT -> TinyGuest.CMDLINE;
          case IGNORES_POWER_BUTTON -> TinyGuest.CMDLINE_IGNORING_POWER_BUTTON;
          case REFUSES_UNPLUG -> TinyGuest.CMDLINE_REFUSING_UNPLUG;
        };
    return DomainDefinition.builder()
        .type(VirtType.QEMU)
        .name(name)
        .memory(ByteSize.mebibytes(256))
        .vcpus(Vcpus.online(1).outOf(4))
        .os(
            Os.directKernel(guest.kernel().toString(), guest.initrd().toString(), cmdline)
                .withArch("x86_64")
                .withMachine("q35"))
        .memBalloon(MemBalloon.virtio())
        .addSerial(
            Serial.builder()
                .source(CharSource.file(directory.resolve(name + ".console").toString()))
                .build())
        .addChannel(Channel.guestAgent());
  }

  @Override
  public NetworkInterface networkInterface() {
    return NetworkInterface.virtio().user().build();
  }

  @Override
  public Path scratch() {
    return directory;
  }

  @Override
  public boolean killHypervisorProcess(Domain domain) {
    Optional<ProcessHandle> process = process(domain);
    process.ifPresent(ProcessHandle::destroyForcibly);
    return process.isPresent();
  }

  /** The QEMU of a running domain. */
  Optional<ProcessHandle> process(Domain domain) {
    Path pid = state().resolve(domain.uuid().toString()).resolve("pid");
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void sweepUp() {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
