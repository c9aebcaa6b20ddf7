package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.host.GuestSupport;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this host is, by the kernel's word, and what guests its QEMU can run. */
final class HostFacts {

  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB$");

  private HostFacts() {}

  /**
   * This host.
   *
   * @param binary the QEMU of definitions that name none; without it there are no guests
   */
  static HostCapabilities of(Call call, Optional<QemuBinary> binary) {
    List<GuestSupport> guests = new ArrayList<>();
    if (binary.isPresent()) {
      QemuCapabilities qemu = binary.get().capabilities(call);
      List<String> machines = new ArrayList<>();
      for (QemuCapabilities.MachineType machine : qemu.machines()) {
        machines.add(machine.name());
        machine.alias().ifPresent(machines::add);
      }
      Optional<String> path = Optional.of(binary.get().path().toString());
      if (qemu.kvm()) {
        guests.add(new GuestSupport(qemu.architecture(), "kvm", path, machines));
      }
      guests.add(new GuestSupport(qemu.architecture(), "qemu", path, machines));
    }
    return new HostCapabilities(
        QemuBinary.hostArchitecture(),
        Runtime.getRuntime().availableProcessors(),
        memory(call),
        guests);
  }

  private static ByteSize memory(Call call) {
    try {
      Matcher total = TOTAL.matcher(Files.readString(MEMORY));
      if (total.find()) {
        return ByteSize.kibibytes(Long.parseLong(total.group(1)));
      }
      throw new IOException("it has no MemTotal");
    } catch (IOException e) {
      throw new ConnectFailedException(
          call.context(), "the host's memory cannot be read from " + MEMORY, e);
    }
  }
}
