package io.kvmsdk.qmp.direct;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another JVM that connects, defines and starts a domain, and holds it until it is killed. */
final class OtherConnection implements AutoCloseable {

  private final Process process;

  OtherConnection(String uri, Path xml) throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherConnection.class.getName(),
                    uri,
                    xml.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  /** Its only line: the state of its domain. */
  @Nullable String awaitReady() throws IOException {
    return process.inputReader().readLine();
  }

  /** Kills it with SIGKILL. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(RealQemu.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the other JVM does not end");
    }
  }

  public static void main(String[] args) throws IOException {
    Hypervisor kvm = Hypervisor.connect(args[0]);
    Domain domain =
        kvm.domains().define(DomainDefinition.fromXml(Files.readString(Path.of(args[1]))));
    domain.start();
    System.out.println(domain.state());
    // Until it is killed, or the test that started it is.
    System.in.read();
  }
}
