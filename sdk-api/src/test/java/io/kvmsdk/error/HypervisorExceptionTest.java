package io.kvmsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class HypervisorExceptionTest {

  private static final ErrorContext CONTEXT =
      ErrorContext.of("domain.disk.detach", "domain web-1")
          .withNativeCode("GenericError")
          .withOutcome(Outcome.UNKNOWN);

  @Test
  void theMessageSaysOperationObjectCodeAndWhetherItMayHaveHappened() {
    assertThat(new TimedOutException(CONTEXT, "the guest still holds vdb"))
        .hasMessage(
            "domain.disk.detach of domain web-1: the guest still holds vdb; the change may have been"
                + " made [GenericError]");
  }

  @Test
  void allOfItSurvivesSerialisation() throws IOException, ClassNotFoundException {
    UnsupportedFeatureException sent =
        new UnsupportedFeatureException(
            CONTEXT,
            new Feature("domain.disk.throttle"),
            new Support.No("needs QEMU 8.2, this is 7.2", "upgrade QEMU"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      UnsupportedFeatureException received = (UnsupportedFeatureException) in.readObject();
      assertThat(received).hasMessage(sent.getMessage());
      assertThat(received.operation()).isEqualTo("domain.disk.detach");
      assertThat(received.nativeCode()).contains("GenericError");
      assertThat(received.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(received.feature()).isEqualTo(new Feature("domain.disk.throttle"));
      assertThat(received.remedy()).isEqualTo("upgrade QEMU");
    }
  }
}
