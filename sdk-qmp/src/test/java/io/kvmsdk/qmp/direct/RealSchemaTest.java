package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.host.Version;
import io.kvmsdk.qmp.Agreement;
import io.kvmsdk.qmp.Generated;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.TypedCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated types against QEMUs that run: what they say they have, and what they answer. */
class RealSchemaTest {

  private static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  @TempDir Path temp;
  private MachineFolder folder;

  @BeforeEach
  void folder() throws Exception {
    folder = new MachineFolder(temp.toRealPath(), UUID.randomUUID());
  }

  @AfterEach
  void end() throws InterruptedException {
    RealQemu.end(folder);
  }

  private QmpClient start(Path qemu) {
    RealQemu.start(qemu, folder, RealQemu.arguments(folder));
    return QmpClient.connect(folder.path(MachineFile.QMP_SOCKET));
  }

  /** The version by which the types are marked, if it is one of those. */
  private static @Nullable String marked(Version version) {
    String name = version.toString();
    return name.startsWith("7.2.") ? "7.2" : name.startsWith("10.2.") ? "10.2" : null;
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void agreesMemberByMember(Path qemu) {
    try (QmpClient client = start(qemu)) {
      JsonNode schema = client.execute(QmpCommand.of("query-qmp-schema"));
      Version version = client.greeting().version();
      Agreement agreement = new Agreement(schema, "io.kvmsdk.qmp", marked(version));
      agreement.compare();
      System.out.printf(
          "QEMU %s: %d commands, %d events, %d members, %d values compared, left out %s%n",
          version,
          agreement.commands,
          agreement.events,
          agreement.members,
          agreement.values,
          agreement.lackingValues);
      assertThat(agreement.problems).isEmpty();
      // What a build leaves out are whole commands, values and what these bring, but no members.
      assertThat(agreement.lackingMembers).isEmpty();
      assertThat(agreement.commands).isGreaterThan(150);
    }
  }

  /** Every query that needs no arguments is asked, and every member of its answer read. */
  @ParameterizedTest
  @MethodSource(QEMUS)
  void readsWhatIsAnswered(Path qemu) throws Exception {
    try (QmpClient client = start(qemu)) {
      Set<String> unknown = new TreeSet<>();
      List<String> answered = new ArrayList<>();
      for (TypedCommand<?> query : Generated.queries()) {
        if (client.schema().supports(query.name())) {
          try {
            Generated.readAll(client.execute(query), unknown);
            answered.add(query.name());
          } catch (HypervisorException e) {
            assertThat(e).hasNoCause();
          }
        }
      }
      assertThat(answered).hasSizeGreaterThan(40);
      // QEMU 7.2 has no member that tells SEV from SEV-SNP.
      unknown.removeIf(u -> u.startsWith("SevInfoUnknown[") && !u.contains("sev-type"));
      assertThat(unknown).isEmpty();
    }
  }
}
