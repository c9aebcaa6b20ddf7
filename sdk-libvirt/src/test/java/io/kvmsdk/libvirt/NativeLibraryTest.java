package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {

  private static final ErrorContext CONTEXT = ErrorContext.of("hypervisor.connect", "x");

  @Test
  void aMissingLibraryIsNamedEachTimeWithWhatToInstall() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () -> NativeLibrary.load(CONTEXT, "libvirt-is-not-here.so.0", "libvirt-qemu.so.0"))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining("libvirt-is-not-here.so.0")
          .hasMessageContaining("libvirt0")
          .hasMessageContaining("libvirt-clients")
          .hasMessageContaining("libvirt-daemon-system");
    }
  }

  @Test
  void withoutTheQemuLibraryOnlyTheAgentIsMissing() {
    Hypervisors.requireLibrary();
    NativeLibrary library =
        NativeLibrary.load(CONTEXT, "libvirt.so.0", "libvirt-qemu-is-not-here.so.0");
    assertThat(library.qemu()).isEmpty();
    assertThat(library.base().virInitialize()).isZero();
  }
}
