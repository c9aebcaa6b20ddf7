package io.kvmsdk.domain.tpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Strictness;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TpmTest {

  @Test
  void emulated() {
    assertThat(Tpm.emulated().toXml())
        .isEqualTo(
            """
            <tpm>
              <backend type='emulator' version='2.0'/>
            </tpm>\
            """);
    EmulatorTpmBackend backend =
        EmulatorTpmBackend.builder()
            .version(TpmVersion.V2_0)
            .persistentState(true)
            .encryptionSecret(new UUID(1, 2))
            .sha256Bank(true)
            .state(TpmState.file("/srv/state"))
            .profile(TpmProfile.of("local:restricted"))
            .build();
    Tpm tpm = Tpm.of(backend).withModel(TpmModel.CRB);
    assertThat(tpm.toXml())
        .isEqualTo(
            """
            <tpm model='tpm-crb'>
              <backend type='emulator' version='2.0' persistent_state='yes'>
                <encryption secret='00000000-0000-0001-0000-000000000002'/>
                <active_pcr_banks>
                  <sha256/>
                </active_pcr_banks>
                <source type='file' path='/srv/state'/>
                <profile source='local:restricted'/>
              </backend>
            </tpm>\
            """);
    assertThat(Tpm.fromXml(tpm.toXml(), Strictness.STRICT)).isEqualTo(tpm);
    assertThat(TpmState.directory("/d").type()).isEqualTo(TpmStateType.DIRECTORY);
    assertThat(TpmBackend.emulator(TpmVersion.V1_2).type()).isEqualTo("emulator");
  }

  @Test
  void ofTheHost() {
    assertThat(Tpm.passthrough("/dev/tpm1").toXml())
        .isEqualTo(
            """
            <tpm>
              <backend type='passthrough'>
                <device path='/dev/tpm1'/>
              </backend>
            </tpm>\
            """);
  }

  @Test
  void ofSomebodyElse() {
    Tpm tpm = Tpm.of(TpmBackend.external("/run/tpm.sock"));
    assertThat(tpm.toXml()).contains("<source type='unix' path='/run/tpm.sock' mode='connect'/>");
    assertThat(Tpm.fromXml(tpm.toXml(), Strictness.STRICT)).isEqualTo(tpm);
    String silent =
        """
        <tpm>
          <backend type='external'>
            <source type='unix' path='/run/tpm.sock'/>
          </backend>
        </tpm>\
        """;
    assertThat(Tpm.fromXml(silent).toXml()).isEqualTo(silent);
  }

  @Test
  void banksThatHaveNoNameStay() {
    String xml =
        """
        <tpm>
          <backend type='emulator'>
            <active_pcr_banks>
              <sha1/>
              <sm3/>
            </active_pcr_banks>
          </backend>
        </tpm>\
        """;
    assertThat(Tpm.fromXml(xml).toXml()).isEqualTo(xml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <tpm/>|tpm/backend|absent
          <tpm><backend/></tpm>|tpm/backend/@type|absent
          <tpm><backend type='emulator' debug='much'/></tpm>|tpm/backend/@debug|much
          <tpm><backend type='emulator'><source type='file'/></backend></tpm>|tpm/backend/source/@path|absent
          <tpm><backend type='emulator'><encryption secret='key'/></backend></tpm>|tpm/backend/encryption/@secret|key
          <tpm><backend type='external'><source path='/s'/></backend></tpm>|tpm/backend/source/@type|absent
          """)
  void wrongOnes(String xml, String path, String value) {
    assertThatThrownBy(() -> Tpm.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
