package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QemuLogTest {

  @TempDir Path folder;

  @Test
  void theEndIsWholeLines() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("line ").append(i).append(" of the log \u00e4\n");
    }
    Files.writeString(folder.resolve("web-1.log"), text);
    String end = QemuLog.in(folder).end("web-1").orElseThrow();
    assertThat(end).startsWith("line ").endsWith("line 999 of the log \u00e4");
    assertThat(end.length()).isBetween(1500, 2048);
  }

  @Test
  void aShortLogIsAllOfIt() throws IOException {
    Files.writeString(folder.resolve("web-1.log"), "one\ntwo\n");
    assertThat(QemuLog.in(folder).end("web-1")).contains("one\ntwo");
  }

  @Test
  void whatIsNotThereIsAbsent() throws IOException {
    assertThat(QemuLog.in(folder).end("web-1")).isEmpty();
    Files.createFile(folder.resolve("empty.log"));
    assertThat(QemuLog.in(folder).end("empty")).isEmpty();
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("b.log"), "secret");
    assertThat(QemuLog.in(folder.resolve("a")).end("../b")).as("a name is no path").isEmpty();
  }

  @Test
  void aDaemonElsewhereHasNoLogHere() {
    LibvirtUri remote = LibvirtUri.parse("qemu+ssh://host/system").orElseThrow();
    assertThat(QemuLog.of(remote).end("web-1")).isEmpty();
    LibvirtUri test = LibvirtUri.parse("test:///default").orElseThrow();
    assertThat(QemuLog.of(test).end("test")).isEmpty();
  }

  @Test
  void theProcessThatListensIsTold() throws IOException {
    Path socket = folder.resolve("sock");
    assertThat(PeerProcess.listeningOn(socket.toString())).isEmpty();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThat(PeerProcess.listeningOn(socket.toString()))
          .contains((int) ProcessHandle.current().pid());
    }
    assertThat(PeerProcess.listeningOn("/" + "x".repeat(200))).isEmpty();
  }
}
