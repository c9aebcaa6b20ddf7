package io.kvmsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.error.AccessDeniedException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import io.kvmsdk.spi.HypervisorProvider;
import org.junit.jupiter.api.Test;

class HypervisorTest {

  @Test
  void aUriThatNoBackendServesNamesTheArtifactsToAdd() {
    assertThatThrownBy(() -> Hypervisor.connect("vbox2:///nowhere"))
        .isInstanceOfSatisfying(
            ConnectFailedException.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED))
        .hasMessageContaining("vbox2:///nowhere")
        .hasMessageContaining("sdk-qmp")
        .hasMessageContaining("sdk-libvirt")
        .hasMessageContaining("sdk-testkit");
  }

  @Test
  void aFailedConnectLeavesNoThreadBehind() {
    HypervisorProvider refusing =
        new HypervisorProvider() {
          @Override
          public String name() {
            return "refusing";
          }

          @Override
          public boolean accepts(String uri) {
            return true;
          }

          @Override
          public HypervisorBackend connect(String uri, ConnectOptions options, EventSink events) {
            throw new AccessDeniedException(ErrorContext.of("hypervisor.connect", uri), "no");
          }
        };
    assertThatThrownBy(() -> Hypervisor.connect(refusing, "x:///", ConnectOptions.DEFAULT))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.getName().startsWith("kvmsdk") && t.getName().endsWith("x:///"));
  }
}
