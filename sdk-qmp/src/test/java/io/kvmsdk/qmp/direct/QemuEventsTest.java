package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.command.BlockdevCloseTray;
import io.kvmsdk.qmp.command.BlockdevOpenTray;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.DeviceAdd;
import io.kvmsdk.qmp.command.DeviceDel;
import io.kvmsdk.qmp.command.DumpGuestMemory;
import io.kvmsdk.qmp.command.Migrate;
import io.kvmsdk.qmp.command.MigrateSetCapabilities;
import io.kvmsdk.qmp.command.Quit;
import io.kvmsdk.qmp.command.Stop;
import io.kvmsdk.qmp.command.SystemPowerdown;
import io.kvmsdk.qmp.command.SystemReset;
import io.kvmsdk.qmp.command.SystemWakeup;
import io.kvmsdk.qmp.event.BlockIoErrorEvent;
import io.kvmsdk.qmp.event.DeviceDeletedEvent;
import io.kvmsdk.qmp.event.DeviceTrayMovedEvent;
import io.kvmsdk.qmp.event.DumpCompletedEvent;
import io.kvmsdk.qmp.event.GuestCrashloadedEvent;
import io.kvmsdk.qmp.event.GuestPanickedEvent;
import io.kvmsdk.qmp.event.MigrationEvent;
import io.kvmsdk.qmp.event.PowerdownEvent;
import io.kvmsdk.qmp.event.ResetEvent;
import io.kvmsdk.qmp.event.ResumeEvent;
import io.kvmsdk.qmp.event.RtcChangeEvent;
import io.kvmsdk.qmp.event.ShutdownEvent;
import io.kvmsdk.qmp.event.StopEvent;
import io.kvmsdk.qmp.event.SuspendDiskEvent;
import io.kvmsdk.qmp.event.SuspendEvent;
import io.kvmsdk.qmp.event.VncConnectedEvent;
import io.kvmsdk.qmp.event.VncDisconnectedEvent;
import io.kvmsdk.qmp.event.VncInitializedEvent;
import io.kvmsdk.qmp.event.WakeupEvent;
import io.kvmsdk.qmp.type.BlockErrorAction;
import io.kvmsdk.qmp.type.DumpStatus;
import io.kvmsdk.qmp.type.IoOperationType;
import io.kvmsdk.qmp.type.MigrationCapability;
import io.kvmsdk.qmp.type.MigrationCapabilityStatus;
import io.kvmsdk.qmp.type.MigrationStatus;
import io.kvmsdk.qmp.type.ShutdownCause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of the machine and of its guest, each provoked and told as its type. */
@Timeout(120)
class QemuEventsTest extends EventTrial {

  /** Real mode code that does what only a guest can do. */
  private static final class Code {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Code bytes(int... more) {
      for (int b : more) {
        bytes.write(b);
      }
      return this;
    }

    /** {@code out port, al}. */
    Code out8(int port, int value) {
      return bytes(0xba, port & 0xff, port >> 8, 0xb0, value, 0xee);
    }

    /** {@code out port, ax}. */
    Code out16(int port, int value) {
      return bytes(0xba, port & 0xff, port >> 8, 0xb8, value & 0xff, value >> 8, 0xef);
    }

    /** Halts, with the mark of a boot sector. */
    Path sector(Path file) throws IOException {
      byte[] image = Arrays.copyOf(bytes(0xfa, 0xf4).bytes.toByteArray(), (int) SIZE);
      image[510] = 0x55;
      image[511] = (byte) 0xaa;
      return Files.write(file, image);
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void whatTheMachineAndItsGuestDo(Path binary) throws Exception {
    Code code =
        new Code()
            // int 13h: reads the first sector of the second disk, which fails
            .bytes(0xb4, 2, 0xb0, 1, 0xb9, 1, 0, 0xba, 0x81, 0, 0xbb, 0, 0x80, 0xcd, 0x13)
            .out8(0x70, 0) // the clock's seconds
            .out8(0x71, 5)
            .out8(0x443, 0x0f) // ib700: bites in no time
            .out8(0x505, 2) // pvpanic: crash loaded
            .out8(0x505, 1) // pvpanic: panicked
            .out16(0x604, 0x2400); // ACPI's S3
    Path vnc = temp.resolve("vnc");
    try (LiveQemu qemu =
            new LiveQemu(
                binary,
                temp,
                "-vnc",
                "unix:" + vnc,
                "-device",
                "ib700",
                "-device",
                "pvpanic",
                "-action",
                "panic=none,watchdog=none",
                "-device",
                "qemu-xhci",
                "-drive",
                "format=raw,file=" + code.sector(temp.resolve("boot")),
                "-drive",
                "if=none,id=bad,driver=blkdebug,image.driver=null-co,image.read-zeroes=on,"
                    + "inject-error.0.event=none,inject-error.0.iotype=read",
                "-device",
                "ide-hd,drive=bad,bus=ide.1,rerror=report",
                "-device",
                "ide-cd,id=cd0,bus=ide.2");
        QmpClient client = qemu.connect(this::told)) {
      client.execute(Cont.INSTANCE);
      next(ResumeEvent.class);
      BlockIoErrorEvent error = next(BlockIoErrorEvent.class);
      assertThat(error.operation()).isEqualTo(IoOperationType.READ);
      assertThat(error.action()).isEqualTo(BlockErrorAction.REPORT);
      next(RtcChangeEvent.class);
      assertThat(next(GuestCrashloadedEvent.class).action()).isNotNull();
      assertThat(next(GuestPanickedEvent.class).action()).isNotNull();
      next(SuspendEvent.class);
      await().untilAsserted(() -> assertThat(seen("WATCHDOG")).isTrue());
      client.execute(SystemWakeup.INSTANCE);
      next(WakeupEvent.class);
      client.execute(Stop.INSTANCE);
      next(StopEvent.class);
      client.execute(SystemPowerdown.INSTANCE);
      next(PowerdownEvent.class);
      client.execute(SystemReset.INSTANCE);
      assertThat(next(ResetEvent.class).guest()).isFalse();

      client.execute(
          DeviceAdd.builder()
              .driver("usb-tablet")
              .id("tablet")
              .set("port", JsonNodeFactory.instance.textNode("1"))
              .build());
      client.execute(DeviceDel.builder().id("tablet").build());
      assertThat(next(DeviceDeletedEvent.class).device()).contains("tablet");

      client.execute(BlockdevOpenTray.builder().id("cd0").build());
      assertThat(next(DeviceTrayMovedEvent.class).trayOpen()).isTrue();
      client.execute(BlockdevCloseTray.builder().id("cd0").build());
      assertThat(next(DeviceTrayMovedEvent.class).trayOpen()).isFalse();

      showsVnc(vnc);
      migrates(client);
      dumps(client); // after it: for a moment after a dump QEMU refuses to migrate
      client.execute(Quit.INSTANCE);
      assertThat(next(ShutdownEvent.class).reason()).isEqualTo(ShutdownCause.HOST_QMP_QUIT);
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void aGuestThatSuspendsToDisk(Path binary) throws Exception {
    Code code = new Code().out16(0x604, 0x2800); // ACPI's S4
    try (LiveQemu qemu =
            new LiveQemu(
                binary, temp, "-drive", "format=raw,file=" + code.sector(temp.resolve("boot")));
        QmpClient client = qemu.connect(this::told)) {
      client.execute(Cont.INSTANCE);
      next(SuspendDiskEvent.class);
      assertThat(next(ShutdownEvent.class).reason()).isEqualTo(ShutdownCause.GUEST_SHUTDOWN);
    }
  }

  private void showsVnc(Path socket) throws Exception {
    try (SocketChannel viewer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      viewer.connect(UnixDomainSocketAddress.of(socket));
      assertThat(next(VncConnectedEvent.class).server().auth()).contains("none");
      read(viewer, 12);
      viewer.write(ByteBuffer.wrap("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII)));
      read(viewer, 2); // the ways to be known
      viewer.write(ByteBuffer.wrap(new byte[] {1})); // none
      read(viewer, 4);
      viewer.write(ByteBuffer.wrap(new byte[] {1})); // shared
      next(VncInitializedEvent.class);
    }
    next(VncDisconnectedEvent.class);
  }

  private static void read(SocketChannel from, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      assertThat(from.read(buffer)).isPositive();
    }
  }

  private void dumps(QmpClient client) throws Exception {
    client.execute(
        DumpGuestMemory.builder()
            .paging(false)
            .protocol("file:" + temp.resolve("dump"))
            .detach(true)
            .build());
    DumpCompletedEvent dumped = next(DumpCompletedEvent.class);
    assertThat(dumped.error()).isEmpty();
    assertThat(dumped.result().status()).isEqualTo(DumpStatus.COMPLETED);
  }

  private void migrates(QmpClient client) throws Exception {
    client.execute(
        MigrateSetCapabilities.builder()
            .addCapabilities(
                MigrationCapabilityStatus.builder()
                    .capability(MigrationCapability.EVENTS)
                    .state(true)
                    .build())
            .build());
    client.execute(Migrate.builder().uri("exec:cat > /dev/null").build());
    MigrationStatus status = next(MigrationEvent.class).status();
    while (!status.equals(MigrationStatus.COMPLETED)) {
      assertThat(status).isNotEqualTo(MigrationStatus.FAILED);
      status = next(MigrationEvent.class).status();
    }
    assertThat(seen("MIGRATION_PASS")).isTrue();
  }
}
