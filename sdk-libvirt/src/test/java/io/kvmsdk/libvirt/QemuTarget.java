package io.kvmsdk.libvirt;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.features.MachineFeatures;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Real guests under emulation, of the daemon that is named by {@code kvmsdk.libvirt.uri}. */
final class QemuTarget implements ContractTarget {

  private static final int SPARE_PORTS = 4;

  private final String uri = Hypervisors.daemon();
  private final TinyGuest linux = TinyGuest.obtain();
  private final String name;
  private final Path scratch;

  private QemuTarget() {
    try (Hypervisor kvm = Hypervisor.connect(uri)) {
      var version = kvm.version();
      name =
          "libvirt "
              + version.libvirt().map(v -> v.major() + "." + v.minor()).orElse("?")
              + version
                  .version()
                  .map(v -> " (QEMU " + v.major() + "." + v.minor() + ")")
                  .orElse("");
    }
    try {
      scratch = Files.createTempDirectory("kvmsdk-libvirt");
      Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
      scratch.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made by the first test that needs it. */
  static QemuTarget instance() {
    return Holder.INSTANCE;
  }

  private static final class Holder {
    static final QemuTarget INSTANCE = new QemuTarget();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Hypervisor connect(ConnectOptions options) {
    return Hypervisor.connect(uri, options);
  }

  @Override
  public boolean boots() {
    return true;
  }

  @Override
  public DomainDefinition.Builder guest(String domain, GuestKind kind) {
    String cmdline =
        switch (kind) {
          case OBEDIENT -> TinyGuest.CMDLINE;
          case IGNORES_POWER_BUTTON -> TinyGuest.CMDLINE_IGNORING_POWER_BUTTON;
          case REFUSES_UNPLUG -> TinyGuest.CMDLINE_REFUSING_UNPLUG;
        };
    Os os = Os.directKernel(linux.kernel().toString(), linux.initrd().toString(), cmdline);
    return machine(domain).os(os.withMachine("q35").withArch("x86_64"));
  }

  /** The same machine, with nothing to boot from. */
  static DomainDefinition.Builder machine(String domain) {
    DomainDefinition.Builder guest =
        DomainDefinition.builder()
            .type(VirtType.QEMU)
            .name(domain)
            .vcpus(Vcpus.online(1).outOf(4))
            .memory(ByteSize.mebibytes(256))
            .os(Os.hvm("q35").withArch("x86_64"))
            .features(MachineFeatures.pc())
            .cpu(Cpu.custom("qemu64"))
            .memBalloon(MemBalloon.virtio())
            .addChannel(Channel.guestAgent());
    for (int i = 0; i < SPARE_PORTS; i++) {
      guest.addController(Controller.pcieRootPort());
    }
    return guest;
  }

  @Override
  public NetworkInterface networkInterface() {
    return NetworkInterface.virtio().user().build();
  }

  @Override
  public Path scratch() {
    return scratch;
  }

  @Override
  public boolean killHypervisorProcess(Domain domain) {
    return process(domain).map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** The process of a running domain. */
  static Optional<ProcessHandle> process(Domain domain) {
    return ProcessHandle.allProcesses()
        .filter(process ->
            process
                .info()
                .commandLine()
                .filter(line -> line.contains("guest=" + domain.name() + ","))
                .isPresent())
        .findFirst();
  }
}
