package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.domain.definition.DomainDefinition;
import java.nio.file.Path;
import java.util.Optional;

/** Which QEMU a connection uses: the one that a definition names, its own, or the PATH's. */
final class Binaries {

  private final Optional<Path> own;

  /**
   * For one connection.
   *
   * @param own what the connection's URI names
   */
  Binaries(Optional<Path> own) {
    this.own = own;
  }

  /** The QEMU of a definition. */
  QemuBinary of(Call call, DomainDefinition definition) {
    Optional<Path> named = definition.emulator().map(Path::of).or(() -> own);
    return named.isPresent()
        ? QemuBinary.at(call, named.get())
        : QemuBinary.onPath(call, definition.os().arch().orElseGet(QemuBinary::hostArchitecture));
  }

  /** The QEMU of definitions that say nothing of it. */
  QemuBinary usual(Call call) {
    return own.isPresent()
        ? QemuBinary.at(call, own.get())
        : QemuBinary.onPath(call, QemuBinary.hostArchitecture());
  }
}
