package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.host.Version;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The QEMUs that the contract suite is run on, each with a state directory of its own. */
final class DirectTargets {

  private static final ConcurrentMap<Path, DirectTarget> TARGETS = new ConcurrentHashMap<>();

  private DirectTargets() {}

  /** The machine's own QEMU. */
  static DirectTarget own() {
    return of(RealQemu.any());
  }

  /** The newer one that the build names. */
  static DirectTarget newer() {
    return of(Path.of(System.getProperty("kvmsdk.qemu.trixie", "")));
  }

  private static DirectTarget of(Path qemu) {
    return TARGETS.computeIfAbsent(qemu, path -> new DirectTarget(name(path), path));
  }

  private static String name(Path qemu) {
    Call call = RealQemu.connectCall(RealQemu.PATIENCE);
    Version version = QemuBinary.at(call, qemu).capabilities(call).version();
    return "qmp (QEMU " + version.major() + "." + version.minor() + ")";
  }
}
