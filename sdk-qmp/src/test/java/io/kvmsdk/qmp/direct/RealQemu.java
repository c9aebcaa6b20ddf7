package io.kvmsdk.qmp.direct;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.error.ConnectFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The QEMUs to test with, and machines whose disk holds one sector of code. */
public final class RealQemu {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Stands still. */
  static final byte[] IDLE = {};

  /** {@code mov dx,0x604; mov ax,0x2000; out dx,ax}: ACPI's way to power off. */
  static final byte[] POWER_OFF = {(byte) 0xba, 4, 6, (byte) 0xb8, 0, 0x20, (byte) 0xef};

  /** {@code mov al,0xfe; out 0x64,al}: the keyboard controller's reset line. */
  static final byte[] RESET = {(byte) 0xb0, (byte) 0xfe, (byte) 0xe6, 0x64};

  private RealQemu() {}

  /** The machine's QEMU, and a newer one where the build names it. */
  public static Stream<Named<Path>> all() {
    List<Named<Path>> found = new ArrayList<>();
    found.add(Named.of("machine's QEMU", any()));
    String newer = System.getProperty("kvmsdk.qemu.trixie", "");
    if (!newer.isEmpty()) {
      found.add(Named.of("trixie's QEMU", Path.of(newer)));
    }
    return found.stream();
  }

  static Path any() {
    try {
      return QemuBinary.onPath(connectCall(PATIENCE), "x86_64").path();
    } catch (ConnectFailedException e) {
      if (Boolean.getBoolean("kvmsdk.require.hypervisors")) {
        return fail(e);
      }
      return abort(String.valueOf(e.getMessage()));
    }
  }

  static Call connectCall(Duration budget) {
    return new Call("connect", "qmp:///test", Deadline.after(budget));
  }

  static DomainCall call(MachineFolder folder, Duration budget) {
    return DomainCall.within(budget, "domain.start", new DomainRef(folder.uuid(), "web-1"));
  }

  /** A machine that waits for {@code cont}, with a monitor. */
  static List<String> arguments(MachineFolder folder) {
    return List.of(
        "-machine",
        "q35,accel=tcg",
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
        "-S",
        "-m",
        "64",
        "-uuid",
        folder.uuid().toString(),
        "-qmp",
        "unix:" + folder.path(MachineFile.QMP_SOCKET) + ",server=on,wait=off");
  }

  /** The same with a disk that boots {@code code}. */
  static List<String> arguments(MachineFolder folder, Path disk, byte[] code) throws IOException {
    byte[] image = Arrays.copyOf(code, 1 << 20);
    image[code.length] = (byte) 0xfa; // cli
    image[code.length + 1] = (byte) 0xf4; // hlt
    image[510] = 0x55;
    image[511] = (byte) 0xaa;
    Files.write(disk, image);
    List<String> arguments = new ArrayList<>(arguments(folder));
    arguments.addAll(List.of("-drive", "format=raw,file=" + disk));
    return arguments;
  }

  /** Starts it; whoever calls ends it. */
  static QemuProcess start(Path qemu, MachineFolder folder, List<String> arguments) {
    folder.create(call(folder, PATIENCE).context());
    return new QemuLaunch(call(folder, PATIENCE), qemu, folder).start(arguments);
  }

  /** Ends whatever runs for the folder. */
  static void end(MachineFolder folder) throws InterruptedException {
    var qemu = QemuProcess.find(call(folder, PATIENCE).context(), folder);
    if (qemu.isPresent() && !qemu.get().kill(Deadline.after(PATIENCE))) {
      fail(qemu.get() + " does not end");
    }
  }
}
