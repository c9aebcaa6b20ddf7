package io.kvmsdk.qmp.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.qmp.InSchema;
import io.kvmsdk.qmp.QmpName;
import io.kvmsdk.qmp.Unstable;
import io.kvmsdk.qmp.command.XBlockdevChange;
import io.kvmsdk.qmp.event.MemUnplugErrorEvent;
import io.kvmsdk.qmp.type.BlockdevDriver;
import io.kvmsdk.qmp.type.BlockdevOptionsGluster_;
import io.kvmsdk.qmp.type.NetdevStream;
import io.kvmsdk.qmp.type.StatusInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

  private static final Path SCHEMAS = Path.of("src/generator/resources");

  @TempDir Path target;

  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(target)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(target.relativize(file), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void writesTheSameAlwaysAndOnlyWhatChanges() throws Exception {
    Generator.run(SCHEMAS, target);
    Map<Path, String> first = files();
    Path status = target.resolve("io/kvmsdk/qmp/type/StatusInfo.java");
    Path changed = target.resolve("io/kvmsdk/qmp/type/RunState.java");
    Path stale = target.resolve("io/kvmsdk/qmp/type/Stale.java");
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(status, old);
    Files.writeString(changed, "");
    Files.writeString(stale, "");

    Generator.run(SCHEMAS, target);
    assertThat(files()).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(status)).isEqualTo(old);
  }

  @Test
  void refusesAFolderWithoutSchemas() {
    assertThatThrownBy(() -> Generator.run(target, target))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no schema of qemu in");
  }

  @Test
  void marksWhatIsNotOfAllVersions() throws Exception {
    assertThat(StatusInfo.class.getMethod("singlestep").getAnnotation(InSchema.class).value())
        .containsExactly("7.2");
    assertThat(StatusInfo.class.getMethod("running").isAnnotationPresent(InSchema.class)).isFalse();
    assertThat(
            StatusInfo.Builder.class
                .getMethod("singlestep", boolean.class)
                .isAnnotationPresent(InSchema.class))
        .isTrue();
    assertThat(
            BlockdevDriver.class
                .getField("VIRTIO_BLK_VFIO_PCI")
                .isAnnotationPresent(InSchema.class))
        .isFalse();
    assertThat(NetdevStream.class.getMethod("reconnect").getAnnotation(InSchema.class).value())
        .containsExactly("10.0");
    assertThat(NetdevStream.class.getMethod("addr").isAnnotationPresent(InSchema.class)).isFalse();
  }

  @Test
  @SuppressWarnings("deprecation") // which is what is looked at
  void marksWhatIsDeprecatedOrUnstable() throws Exception {
    assertThat(MemUnplugErrorEvent.class).hasAnnotations(Deprecated.class, InSchema.class);
    assertThat(XBlockdevChange.class).hasAnnotations(Unstable.class, QmpName.class);
    assertThat(BlockdevDriver.class.getField("GLUSTER").isAnnotationPresent(Deprecated.class))
        .isTrue();
    assertThat(BlockdevOptionsGluster_.class).hasAnnotation(Deprecated.class);
    assertThat(NetdevStream.class.getMethod("reconnect").isAnnotationPresent(Deprecated.class))
        .isTrue();
  }
}
