package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What QEMU says of itself when a client connects.
 *
 * @param version its version
 * @param capabilities what the protocol can do beside, such as {@code oob}
 */
public record QmpGreeting(QmpVersion version, Set<String> capabilities) {

  public QmpGreeting {
    capabilities = Set.copyOf(capabilities);
  }

  static QmpGreeting decode(JsonNode message) {
    Set<String> capabilities = new LinkedHashSet<>();
    message.path("QMP").path("capabilities").forEach(name -> capabilities.add(name.asText()));
    return new QmpGreeting(
        QmpVersion.decode(message.path("QMP").path("version")), capabilities);
  }
}
