package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibvirtUriTest {

  private final LibvirtProvider provider = new LibvirtProvider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu:///system",
        "qemu:///session",
        "QEMU:///system",
        "qemu+unix:///system?socket=/run/x/libvirt-sock",
        "qemu+ssh://root@host:2222/system?keyfile=/k&no_verify=1",
        "qemu+tls://host/system",
        "qemu+tcp://127.0.0.1:16509/system",
        "qemu+libssh2://host/system",
        "test:///default",
        "test:///etc/node.xml",
        "test+tcp://host/default",
        "lxc:///",
        "xen:///system",
        "esx://host/?no_verify=1"
      })
  void acceptsWhatLibvirtServes(String uri) {
    assertThat(provider.accepts(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "qemu",
        "qemu:/system",
        "qemu+carrier-pigeon://host/system",
        "qmp:///var/lib/vms",
        "qmp+unix:///run/qmp.sock",
        "fake:///",
        "http://host/",
        " qemu:///system"
      })
  void leavesTheRestToOthers(String uri) {
    assertThat(provider.accepts(uri)).isFalse();
  }

  @Test
  void tellsWhatIsHere() {
    assertThat(uri("qemu:///system").isLocal()).isTrue();
    assertThat(uri("qemu+unix:///system").isLocal()).isTrue();
    assertThat(uri("qemu+unix://host/system").isLocal()).isFalse();
    assertThat(uri("qemu+tcp://host/system").isLocal()).isFalse();
    assertThat(uri("qemu:///system").isDaemon()).isTrue();
    assertThat(uri("qemu:///embed?root=/x").isDaemon()).isFalse();
    assertThat(uri("test:///default").isDaemon()).isFalse();
  }

  @Test
  void readsParameters() {
    LibvirtUri uri = uri("qemu+unix:///system?mode=direct&socket=/run/a%20b/sock");
    assertThat(uri.parameter("socket")).contains("/run/a b/sock");
    assertThat(uri.parameter("mode")).contains("direct");
    assertThat(uri.parameter("sock")).isEmpty();
    assertThat(uri("qemu:///system").parameter("socket")).isEmpty();
  }

  @Test
  void sshNeverAsksOnTheTerminalOfAService() {
    assertThat(uri("qemu+ssh://h/system").forLibvirt()).isEqualTo("qemu+ssh://h/system?no_tty=1");
    assertThat(uri("qemu+ssh://h/system?keyfile=k").forLibvirt())
        .isEqualTo("qemu+ssh://h/system?keyfile=k&no_tty=1");
    assertThat(uri("qemu+ssh://h/system?no_tty=0").forLibvirt())
        .isEqualTo("qemu+ssh://h/system?no_tty=0");
    assertThat(uri("qemu:///system").forLibvirt()).isEqualTo("qemu:///system");
  }

  private static LibvirtUri uri(String text) {
    return LibvirtUri.parse(text).orElseThrow();
  }
}
