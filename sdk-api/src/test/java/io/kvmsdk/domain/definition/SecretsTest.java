package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.disk.BackingStore;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskMirror;
import io.kvmsdk.domain.disk.MirrorJob;
import io.kvmsdk.domain.disk.source.DiskDataStore;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.HttpCookie;
import io.kvmsdk.domain.disk.source.NetworkDiskSource;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.Spice;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final Graphics VNC = Vnc.builder().port(5901).password("one").build();
  private static final Graphics SPICE = Spice.builder().port(5902).password("two").build();

  @Test
  void aDefinitionCanBeShownWithoutSecrets() {
    DomainDefinition definition =
        DomainDefinition.builder()
            .name("web-1")
            .memory(ByteSize.gibibytes(1))
            .addGraphics(VNC, SPICE)
            .build();
    DomainDefinition shown = definition.withoutSecrets();

    assertThat(shown.toXml()).contains("5901", "5902").doesNotContain("passwd", "one", "two");
    assertThat(shown.graphics())
        .containsExactly(Vnc.builder().port(5901).build(), Spice.builder().port(5902).build());
    assertThat(definition.toXml()).contains("passwd='one'", "passwd='two'");
  }

  @Test
  void theyAreNotInWhatIsPrinted() {
    assertThat(VNC.toString() + SPICE).contains("5901", "5902").doesNotContain("one", "two");
  }

  @Test
  void cookiesAreSecretsWhereverTheyStand() {
    NetworkDiskSource web =
        DiskSource.https("https://example.com/a").withCookies(HttpCookie.of("id", "geheim"));
    Disk disk =
        Disk.virtio("vda", DiskSource.file("/top").withDataStore(DiskDataStore.raw(web)))
            .backingStore(
                BackingStore.of(DiskFormat.QCOW2, DiskSource.file("/middle"))
                    .withBackingStore(BackingStore.of(DiskFormat.RAW, web)))
            .mirror(DiskMirror.builder().job(MirrorJob.COPY).source(web).build())
            .build();
    DomainDefinition definition =
        DomainDefinition.builder()
            .name("web-1")
            .memory(ByteSize.gibibytes(1))
            .addDisks(disk, disk.withTarget("vdb").withSource(web))
            .build();
    assertThat(definition.toXml().split("geheim", -1)).hasSize(7);
    assertThat(definition.withoutSecrets().toXml())
        .contains("name='a'")
        .doesNotContain("geheim", "cookie");
    assertThat(definition.toString()).doesNotContain("geheim");
  }
}
