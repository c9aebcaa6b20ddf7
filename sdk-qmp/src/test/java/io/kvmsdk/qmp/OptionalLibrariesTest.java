package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.call.Deadline;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Without the libraries that are optional everything loads, and what needs them says so. */
class OptionalLibrariesTest {

  /** Runs inside, where they are missing. */
  public static final class WithoutPassing implements Callable<String> {
    @Override
    public String call() {
      return message(QmpEndpoint.unix(Path.of("/nowhere")).passingDescriptors());
    }
  }

  /** Runs inside, where they are missing. */
  public static final class WithoutKeys implements Callable<String> {
    @Override
    public String call() {
      return message(
          QmpEndpoint.tls("127.0.0.1", 1, TlsCredentials.presharedKey("kvm", new byte[] {1})));
    }
  }

  /** Runs inside, where they are missing. */
  public static final class WithoutOpening implements Callable<String> {
    @Override
    public String call() {
      try (PassedFile.Opened opened =
          PassedFile.open(Path.of("/dev/null"), PassedFile.Access.READ).open()) {
        return "opened " + opened.number();
      } catch (IOException e) {
        return e.toString();
      }
    }
  }

  private static String message(QmpEndpoint endpoint) {
    try {
      endpoint.connector().connect(Deadline.after(Duration.ofSeconds(10))).close();
      return "connected";
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String inside(Class<? extends Callable<String>> task) throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      if (!name.startsWith("jna-") && !name.startsWith("bc")) {
        path.add(Path.of(entry).toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      return (String)
          ((Callable<?>) loader.loadClass(task.getName()).getDeclaredConstructor().newInstance())
              .call();
    }
  }

  @Test
  void passingFilesNamesJna() throws Exception {
    assertThat(inside(WithoutPassing.class))
        .startsWith(EndpointException.class.getName())
        .contains("net.java.dev.jna:jna");
    assertThat(inside(WithoutOpening.class))
        .startsWith(EndpointException.class.getName())
        .contains("net.java.dev.jna:jna");
  }

  @Test
  void presharedKeysNameBouncyCastle() throws Exception {
    assertThat(inside(WithoutKeys.class))
        .startsWith(EndpointException.class.getName())
        .contains("org.bouncycastle:bctls-jdk18on");
  }
}
