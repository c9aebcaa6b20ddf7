package io.kvmsdk.tutorials;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.testkit.TinyGuest;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Boots a real Linux guest from a typed definition, and changes it while it runs: a vCPU added and
 * seen by the guest, memory ballooned, a disk attached, throttled and detached, a graceful
 * shutdown. The same lines run on QEMU driven directly, on libvirt and on the fake.
 *
 * <p>Usage: {@code QuickStart [--connect URI]}; without it, QEMU is driven directly, in a folder of
 * its own that is gone afterwards.
 */
public final class QuickStart {

  private static final Duration BOOT = Duration.ofSeconds(120);
  private static final Duration SEEN_BY_GUEST = Duration.ofSeconds(30);

  /**
   * How long a machine that really has KVM may take to the guest's first word; emulation takes over
   * after it.
   */
  private static final Duration FIRST_WORD = Duration.ofSeconds(8);

  private final Terminal terminal = new Terminal();
  private final Hypervisor kvm;
  private final Path folder;

  private QuickStart(Hypervisor kvm, Path folder) {
    this.kvm = kvm;
    this.folder = folder;
  }

  /** Runs it; exit status 0 if all of it happened. */
  public static void main(String[] args) throws IOException, InterruptedException {
    // libvirt runs guests as a user of its own, who has to get at the disk and the console here.
    Path folder =
        Files.createTempDirectory(
            "kvmsdk-quickstart",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try (Hypervisor kvm = Hypervisor.connect(uri(args, folder))) {
      new QuickStart(kvm, folder).run();
    } finally {
      delete(folder);
    }
  }

  private static String uri(String[] args, Path folder) {
    if (args.length == 0) {
      return "qmp://" + folder.resolve("machines");
    }
    if (args.length == 2 && args[0].equals("--connect")) {
      return args[1];
    }
    throw new IllegalArgumentException("usage: QuickStart [--connect URI]");
  }

  private void run() throws InterruptedException, IOException {
    terminal.step("Connected to " + kvm.uri() + ": " + kvm.version());
    kvm.events()
        .subscribe(
            EventFilter.all().only(DomainLifecycleEvent.class),
            e -> {
              DomainLifecycleEvent event = (DomainLifecycleEvent) e;
              terminal.event(event.domain() + " " + event.kind() + " (" + event.reason() + ")");
            });
    Path log = Files.createFile(folder.resolve("console.log"));
    Os linux = linux();
    VirtType type = kvm.capabilities().offers("kvm") ? VirtType.KVM : VirtType.QEMU;
    terminal.step("Defining a machine of 1 vCPU (4 at most) and 256 MiB");
    Domain domain = kvm.domains().define(definition(linux, type, log));
    try (GuestConsole console = new GuestConsole(log, terminal::guest)) {
      if (!type.equals(VirtType.KVM) || !runsWithKvm(domain, console)) {
        terminal.step("Starting it under emulation");
        kvm.domains().define(definition(linux, VirtType.QEMU, log).withUuid(domain.uuid()));
        domain.start();
      }
      expect(console, TinyGuest.READY_LINE, BOOT);
      addVcpu(domain, console);
      balloon(domain, console);
      hotPlugDisk(domain, console);
      shutDown(domain);
    } finally {
      remove(domain);
    }
    terminal.step("Done");
  }

  /**
   * A real kernel and initramfs; the fake, which boots none, is content with files of their names.
   */
  private Os linux() throws IOException {
    if (kvm.version().backend().equals("fake")) {
      Path kernel = Files.createFile(folder.resolve("vmlinuz"));
      Path initrd = Files.createFile(folder.resolve("initrd.gz"));
      return Os.directKernel(kernel.toString(), initrd.toString(), TinyGuest.CMDLINE);
    }
    TinyGuest guest = TinyGuest.obtain();
    return Os.directKernel(guest.kernel().toString(), guest.initrd().toString(), TinyGuest.CMDLINE);
  }

  /**
   * Starts it with KVM. That the host offers KVM does not prove that a guest runs with it: some
   * only boot firmware.
   */
  private boolean runsWithKvm(Domain domain, GuestConsole console) throws InterruptedException {
    terminal.step("Starting it with KVM");
    try {
      domain.start();
      if (console.await(line -> true, FIRST_WORD).isPresent()) {
        return true;
      }
      terminal.step(
          "The guest said no word in "
              + FIRST_WORD.toSeconds()
              + " s: KVM is there and runs no guest");
    } catch (HypervisorException e) {
      terminal.step("KVM is there and runs no guest: " + e.getMessage());
    }
    if (domain.state().isActive()) {
      domain.destroy();
    }
    return false;
  }

  private static DomainDefinition definition(Os linux, VirtType type, Path log) {
    return DomainDefinition.builder()
        .type(type)
        .name("quickstart-" + ProcessHandle.current().pid())
        .memory(ByteSize.mebibytes(256))
        .vcpus(Vcpus.online(1).outOf(4))
        .os(linux)
        .features(MachineFeatures.pc()) // ACPI: the power button and hot-added vCPUs need it
        .addSerial(Serial.file(log.toString()))
        .addChannel(Channel.guestAgent())
        .memBalloon(MemBalloon.virtio())
        .build();
  }

  private void addVcpu(Domain domain, GuestConsole console) throws InterruptedException {
    terminal.step("Adding a second vCPU");
    domain.cpus().setOnline(2, Apply.LIVE);
    expect(console, "TINY cpu1 online");
    terminal.step(
        "The machine has " + domain.cpus().info().online() + " vCPUs, and the guest uses them");
  }

  private void balloon(Domain domain, GuestConsole console) throws InterruptedException {
    terminal.step("Taking 64 MiB from the guest by its balloon, and giving them back");
    domain.memory().balloonTo(ByteSize.mebibytes(192));
    expect(console, "TINY memory");
    terminal.step("The balloon leaves " + domain.memory().info().current() + " to the guest");
    domain.memory().balloonTo(ByteSize.mebibytes(256));
    expect(console, "TINY memory");
  }

  private void hotPlugDisk(Domain domain, GuestConsole console)
      throws InterruptedException, IOException {
    Path image = folder.resolve("data.img");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(ByteSize.mebibytes(64).bytes());
    }
    terminal.step("Attaching a disk of 64 MiB");
    domain
        .disks()
        .attach(
            Disk.virtio("vda", DiskSource.file(image.toString())).format(DiskFormat.RAW).build(),
            Apply.LIVE);
    expect(console, "TINY vda added");
    domain.disks().throttle("vda", IoTune.totalIops(200), Apply.LIVE);
    terminal.step("Throttled it: " + domain.disks().throttling("vda"));
    terminal.step("Detaching it");
    domain.disks().detach("vda", Apply.LIVE);
    expect(console, "TINY vda removed");
  }

  private void shutDown(Domain domain) {
    terminal.step("Pressing the power button");
    domain.shutdown();
    terminal.step("The machine is " + domain.state());
  }

  private static void expect(GuestConsole console, String text) throws InterruptedException {
    expect(console, text, SEEN_BY_GUEST);
  }

  /** Waits for a line with that text, which may stand behind the prompt of the guest's shell. */
  private static void expect(GuestConsole console, String text, Duration limit)
      throws InterruptedException {
    if (console.await(line -> line.contains(text), limit).isEmpty()) {
      throw new IllegalStateException("the guest did not say '" + text + "' in " + limit);
    }
  }

  /** Leaves nothing behind, whatever went wrong before. */
  private void remove(Domain domain) {
    if (domain.state().isActive()) {
      domain.destroy();
    }
    domain.undefine();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
