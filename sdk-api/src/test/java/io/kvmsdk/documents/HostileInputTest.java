package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.HostileXml;
import io.kvmsdk.xml.Strictness;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents made to harm get an error within a second of processor time and 64 MB. */
class HostileInputTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Map<String, String> DOMAINS = HostileXml.with("domain");

  @ParameterizedTest
  @EnumSource
  void isAnErrorSoon(Kind kind) {
    DOMAINS.forEach((what, domain) -> {
      // Copying 200 MB for each kind would take longer than all the rest.
      String xml = domain.length() > 10_000_000 ? domain : domain.replace("domain", kind.root());
      long cpu = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      assertThatThrownBy(() -> Documents.parse(xml))
          .as(what)
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageMatching("(?s).{10,1000}");
      assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu))
          .as(what)
          .isLessThan(Duration.ofSeconds(1));
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
          .as("bytes allocated for %s", what)
          .isLessThan(64L << 20);
    });
  }

  @Test
  void manyValuesThatAreNotUnderstoodCostLittleMoreThanOne() {
    String disk =
        "<disk type='file'><driver><iothreads><iothread id='1.5'/></iothreads></driver>"
            + "<target dev='vda'/></disk>";
    String xml =
        "<domain type='kvm'><name>x</name><memory>1</memory><devices>"
            + disk.replace("1.5", "1").repeat(19_900)
            + disk.repeat(100)
            + "</devices></domain>";
    long cpu = THREADS.getCurrentThreadCpuTime();
    assertThatThrownBy(() -> Documents.parse(xml))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("iothread/@id");
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu))
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] good = "<domain><name>ü</name></domain>".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(good, 15);
    byte[] wrong = good.clone();
    wrong[15] = 'x';
    byte[] latin = "<domain><name>ü</name></domain>".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] bytes : new byte[][] {cut, wrong, latin}) {
      assertThatThrownBy(() -> Documents.parse(bytes, Strictness.LENIENT))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining("byte 14")
          .hasMessageContaining("UTF-8");
    }
  }
}
