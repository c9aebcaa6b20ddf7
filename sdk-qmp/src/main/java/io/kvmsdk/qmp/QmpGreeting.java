package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.host.Version;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What QEMU says of itself when a client connects.
 *
 * @param version its version; a micro of 50 or more is a development version of the next minor
 * @param packaged what the distribution calls it, such as {@code Debian 1:7.2+dfsg-7+deb12u18}; may
 *     be empty
 * @param capabilities what the protocol can do beside, such as {@code oob}
 */
public record QmpGreeting(Version version, String packaged, Set<String> capabilities) {

  public QmpGreeting {
    capabilities = Set.copyOf(capabilities);
  }

  static QmpGreeting decode(JsonNode message) {
    JsonNode version = message.path("QMP").path("version");
    JsonNode qemu = version.path("qemu");
    Set<String> capabilities = new LinkedHashSet<>();
    message.path("QMP").path("capabilities").forEach(name -> capabilities.add(name.asText()));
    return new QmpGreeting(
        new Version(
            qemu.path("major").asInt(), qemu.path("minor").asInt(), qemu.path("micro").asInt()),
        version.path("package").asText(""),
        capabilities);
  }
}
