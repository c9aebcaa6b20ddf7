package io.kvmsdk.tutorials;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The quick start throws where the guest does not say what it should, and so does a test of it. */
class QuickStartTest {

  @Test
  void runsOnTheFake() throws IOException, InterruptedException {
    QuickStart.main(new String[] {"--connect", "fake:///quickstart"});
  }

  @Test
  void runsOnQemu() throws IOException, InterruptedException {
    assumeTrue(
        required() || Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
        "QEMU is not installed (package qemu-system-x86)");
    QuickStart.main(new String[0]);
  }

  @Test
  void runsOnLibvirt() throws IOException, InterruptedException {
    String uri = System.getProperty("kvmsdk.libvirt.uri", "");
    assumeTrue(required() || !uri.isEmpty(), "no libvirt is named by -Dkvmsdk.libvirt.uri");
    QuickStart.main(new String[] {"--connect", uri});
  }

  private static boolean required() {
    return Boolean.getBoolean("kvmsdk.require.hypervisors");
  }
}
