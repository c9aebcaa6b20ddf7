package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.error.AccessDeniedException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

  private static final ErrorContext CALL = ErrorContext.of("domain.start", "domain web-1");

  private static NativeFailure failure(int code, int errno, boolean lost) {
    return new NativeFailure(new NativeError(code, 10, "libvirt's own words", errno), lost);
  }

  @ParameterizedTest
  @CsvSource({
    "42, VIR_ERR_NO_DOMAIN, NotFound",
    "43, VIR_ERR_NO_NETWORK, NotFound",
    "99, VIR_ERR_DEVICE_MISSING, NotFound",
    "28, VIR_ERR_DOM_EXIST, AlreadyExists",
    "55, VIR_ERR_OPERATION_INVALID, InvalidState",
    "27, VIR_ERR_XML_ERROR, InvalidDefinition",
    "35, VIR_ERR_XML_DETAIL, InvalidDefinition",
    "92, VIR_ERR_XML_INVALID_SCHEMA, InvalidDefinition",
    "67, VIR_ERR_CONFIG_UNSUPPORTED, UnsupportedFeature",
    "3, VIR_ERR_NO_SUPPORT, UnsupportedFeature",
    "84, VIR_ERR_OPERATION_UNSUPPORTED, UnsupportedFeature",
    "74, VIR_ERR_ARGUMENT_UNSUPPORTED, UnsupportedFeature",
    "88, VIR_ERR_ACCESS_DENIED, AccessDenied",
    "29, VIR_ERR_OPERATION_DENIED, AccessDenied",
    "45, VIR_ERR_AUTH_FAILED, AccessDenied",
    "68, VIR_ERR_OPERATION_TIMEOUT, TimedOut",
    "87, VIR_ERR_RESOURCE_BUSY, Conflict",
    "83, VIR_ERR_BLOCK_COPY_ACTIVE, Conflict",
    "86, VIR_ERR_AGENT_UNRESPONSIVE, AgentUnavailable",
    "97, VIR_ERR_AGENT_UNSYNCED, AgentUnavailable",
    "2, VIR_ERR_NO_MEMORY, ResourcesExhausted",
    "1, VIR_ERR_INTERNAL_ERROR, OperationFailed",
    "9, VIR_ERR_OPERATION_FAILED, OperationFailed",
    "39, VIR_ERR_RPC, OperationFailed",
    "8, VIR_ERR_INVALID_ARG, OperationFailed",
    "4711, VIR_ERR_4711, OperationFailed",
  })
  void eachCodeHasItsMeaning(int code, String name, String meaning) {
    HypervisorException e = Errors.of(CALL, failure(code, 0, false), Effect.CHANGE);
    assertThat(e.getClass().getSimpleName()).isEqualTo(meaning + "Exception");
    assertThat(e.nativeCode()).contains(name);
    assertThat(e).hasMessageContaining("libvirt's own words").hasMessageContaining("web-1");
    assertThat(e.operation()).isEqualTo("domain.start");
    assertThat(e.outcome())
        .isEqualTo(e instanceof TimedOutException ? Outcome.UNKNOWN : Outcome.NOT_APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "13, AccessDenied",
    "1, AccessDenied",
    "12, ResourcesExhausted",
    "28, ResourcesExhausted",
    "24, ResourcesExhausted",
    "16, Conflict",
    "11, Conflict",
    "2, OperationFailed",
    "5, OperationFailed",
  })
  void aSystemErrorMeansWhatItsNumberSays(int errno, String meaning) {
    HypervisorException e = Errors.of(CALL, failure(38, errno, false), Effect.CHANGE);
    assertThat(e.getClass().getSimpleName()).isEqualTo(meaning + "Exception");
    assertThat(e.nativeCode()).contains("VIR_ERR_SYSTEM_ERROR");
  }

  @Test
  void aDeadConnectionIsWhatMattersWhateverTheCode() {
    for (int code : new int[] {1, 38, 39, 42}) {
      HypervisorException change = Errors.of(CALL, failure(code, 32, true), Effect.CHANGE);
      assertThat(change).isInstanceOf(ConnectionLostException.class);
      assertThat(change.outcome()).isEqualTo(Outcome.UNKNOWN);
      HypervisorException read = Errors.of(CALL, failure(code, 32, true), Effect.READ);
      assertThat(read).isInstanceOf(ConnectionLostException.class);
      assertThat(read.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    }
  }

  @Test
  void connectingNamesTheRemedy() {
    LibvirtUri local = LibvirtUri.parse("qemu:///system").orElseThrow();
    assertThat(Errors.connecting(CALL, local, failure(38, 2, false)))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("libvirt's own words")
        .hasMessageContaining("systemctl start libvirtd")
        .hasMessageContaining("libvirt-daemon-system");
    assertThat(Errors.connecting(CALL, local, failure(38, 13, false)))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("group");
    LibvirtUri remote = LibvirtUri.parse("qemu+ssh://host/system").orElseThrow();
    assertThat(Errors.connecting(CALL, remote, failure(38, 111, false)))
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("Is the host up");
    assertThat(Errors.connecting(CALL, remote, failure(45, 0, false)))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("credentials");
  }
}
