package io.kvmsdk.qmp;

import static io.kvmsdk.qmp.ScriptedAgent.error;
import static io.kvmsdk.qmp.ScriptedAgent.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.agent.command.GuestFstrim;
import io.kvmsdk.qmp.agent.command.GuestGetOsinfo;
import io.kvmsdk.qmp.agent.command.GuestPing;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent has, what it refuses, and what the subjects make of its answers. */
@Timeout(30)
class AgentCommandsTest {

  @TempDir Path folder;

  @Test
  void tellsWhatItHasAndMayExecute() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      server.returns(
          "guest-info",
          "{\"version\": \"7.2\", \"supported_commands\": ["
              + "{\"name\": \"guest-ping\", \"enabled\": true, \"success-response\": true},"
              + "{\"name\": \"guest-fstrim\", \"enabled\": false, \"success-response\": true}]}");
      assertThat(agent.supports(GuestPing.class)).isTrue();
      assertThat(agent.supports(GuestFstrim.class)).isFalse();
      assertThat(agent.supports(GuestGetOsinfo.class)).isFalse();
    }
  }

  @Test
  void whatItDoesNotHaveOrMayNotDo() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        GuestAgent agent = GuestAgent.connect(server.path())) {
      server.returns("guest-fsfreeze-status", "\"thawed\"");
      UnsupportedFeatureException failure =
          catchThrowableOfType(
              UnsupportedFeatureException.class, () -> agent.execute(GuestFstrim.INSTANCE));
      assertThat(failure.feature().id()).isEqualTo("qmp.guest-fstrim");
      assertThat(failure.remedy()).contains("block-rpcs");
      assertThat(failure.nativeCode()).contains("CommandNotFound");

      server.returns("guest-fsfreeze-status", "\"frozen\"");
      assertThatThrownBy(() -> agent.execute(GuestFstrim.INSTANCE))
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("frozen");
    }
  }

  @Test
  void aPasswordGoesOverEncodedAndIsInNoMessage() throws Exception {
    List<String> passwords = new ArrayList<>();
    try (ScriptedAgent server = new ScriptedAgent(folder);
        Guest guest = Guest.connect(server.path())) {
      server.on(
          "guest-set-user-password",
          arguments -> {
            passwords.add(arguments.path("password").asText());
            return error("GenericError", "no such user");
          });
      assertThatThrownBy(() -> guest.system().setPassword("eve", "s3cret\u00fc".toCharArray()))
          .hasMessageContainingAll("eve", "no such user")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret", "czNjcmV0"));
      assertThat(passwords).containsExactly("czNjcmV0w7w=");
    }
  }

  @Test
  void addressesAreNeverLookedUp() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        Guest guest = Guest.connect(server.path())) {
      String ip = "{\"ip-address-type\": \"ipv4\", \"prefix\": 24, \"ip-address\": \"%s\"},";
      server.returns(
          "guest-network-get-interfaces",
          "[{\"name\": \"lo\", \"hardware-address\": \"00:00:00:00:00:00\"}, {\"name\": \"tun0\"},"
              + "{\"name\": \"eth0\", \"hardware-address\": \"52:54:00:AA:00:01\", \"ip-addresses\": ["
              + ip.formatted("10.0.2.15")
              + ip.formatted("localhost")
              + ip.formatted("999.1.1.1")
              + ip.formatted("fe80::1%eth0").replaceAll(",$", "")
              + "]}]");
      var addresses = guest.system().addresses();
      assertThat(addresses).containsOnlyKeys(MacAddress.of("52:54:00:aa:00:01"));
      assertThat(addresses.get(MacAddress.of("52:54:00:aa:00:01")))
          .extracting(java.net.InetAddress::getHostAddress)
          .containsExactly("10.0.2.15", "fe80:0:0:0:0:0:0:1");
    }
  }

  @Test
  void cpusAreChangedAsFarAsTheAgentGetsAtOnce() throws Exception {
    List<String> sent = new ArrayList<>();
    try (ScriptedAgent server = new ScriptedAgent(folder);
        Guest guest = Guest.connect(server.path())) {
      server.returns(
          "guest-get-vcpus",
          "[{\"logical-id\": 0, \"online\": true, \"can-offline\": false},"
              + "{\"logical-id\": 1, \"online\": true, \"can-offline\": true},"
              + "{\"logical-id\": 2, \"online\": true, \"can-offline\": true}]");
      server.on(
          "guest-set-vcpus",
          arguments -> {
            StringBuilder ids = new StringBuilder();
            arguments.path("vcpus").forEach(cpu -> ids.append(cpu.path("logical-id").asInt()));
            sent.add(ids.toString());
            return result("1");
          });
      guest.hardware().setOnlineCpus(1);
      assertThat(sent).containsExactly("21", "1");
      server.returns("guest-set-vcpus", "0");
      assertThatThrownBy(() -> guest.hardware().setOnlineCpus(1)).hasMessageContaining("0 CPUs");
      assertThatThrownBy(() -> guest.hardware().setOnlineCpus(4))
          .hasMessageContaining("3 of its 3");
    }
  }

  @Test
  void memoryIsCountedAndBlocksThatFailAreNamed() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        Guest guest = Guest.connect(server.path())) {
      server.returns(
          "guest-get-memory-blocks",
          "[{\"phys-index\": 0, \"online\": true}, {\"phys-index\": 1, \"online\": false},"
              + "{\"phys-index\": 2, \"online\": true}]");
      server.returns("guest-get-memory-block-info", "{\"size\": 134217728}");
      assertThat(guest.hardware().onlineMemory()).isEqualTo(ByteSize.mebibytes(256));
      server.returns("guest-get-memory-block-info", "{\"size\": 9223372036854775807}");
      assertThatThrownBy(() -> guest.hardware().onlineMemory()).hasMessageContaining("blocks of");
      server.returns(
          "guest-set-memory-blocks",
          "[{\"phys-index\": 1, \"response\": \"success\"},"
              + "{\"phys-index\": 2, \"response\": \"operation-failed\", \"error-code\": 16}]");
      assertThatThrownBy(() -> guest.hardware().setMemoryBlocks(List.of(1L, 2L), false))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("2 (operation-failed)");
    }
  }

  @Test
  void timesThatTheAgentCannotCount() throws Exception {
    try (ScriptedAgent server = new ScriptedAgent(folder);
        Guest guest = Guest.connect(server.path())) {
      server.returns("guest-get-time", "1500000000");
      assertThat(guest.system().time()).isEqualTo(Instant.ofEpochSecond(1, 500_000_000));
      for (Instant time :
          List.of(Instant.MAX, Instant.MIN, Instant.parse("1969-12-31T23:59:59Z"))) {
        assertThatThrownBy(() -> guest.system().setTime(time))
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(server.received()).containsExactly("guest-get-time");
    }
  }
}
