package io.kvmsdk.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.domain.numa.MemoryAccess;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private static final ByteSize GIB = ByteSize.gibibytes(1);

  @Test
  void hugePages() {
    ByteSize size = ByteSize.mebibytes(2);
    MemoryBacking backing =
        MemoryBacking.hugePages(
            HugePages.of(size).withPages(HugePage.of(size), HugePage.of(GIB, CpuSet.of(1))));
    assertThat(backing.toXml())
        .isEqualTo(
            """
            <memoryBacking>
              <hugepages>
                <page size='2048' unit='KiB'/>
                <page size='1048576' unit='KiB' nodeset='1'/>
              </hugepages>
            </memoryBacking>\
            """);
    assertThat(MemoryBacking.fromXml(backing.toXml(), Strictness.STRICT)).isEqualTo(backing);
    MemoryBacking usual = MemoryBacking.hugePages(HugePages.ofDefaultSize());
    assertThat(usual.toXml()).contains("<hugepages/>");
    assertThat(MemoryBacking.fromXml(usual.toXml(), Strictness.STRICT)).isEqualTo(usual);
    assertThat(MemoryBacking.fromXml("<memoryBacking/>").hugePages()).isEmpty();
  }

  @Test
  void sharedAndLocked() {
    assertThat(MemoryBacking.sharedMemfd().toXml())
        .isEqualTo(
            """
            <memoryBacking>
              <source type='memfd'/>
              <access mode='shared'/>
            </memoryBacking>\
            """);
    assertThat(MemoryBacking.lockedInMemory().toXml()).contains("<locked/>");
    assertThat(MemoryBacking.lockedInMemory().discard()).isFalse();
  }

  @Test
  void noLimitHasMoreThanOneNumber() {
    assertThat(MemTune.UNLIMITED.toKibibytes()).isEqualTo(9007199254740991L);
    assertThat(MemTune.isLimit(MemTune.UNLIMITED)).isFalse();
    assertThat(MemTune.isLimit(ByteSize.kibibytes(9007199254740988L))).isFalse();
    assertThat(MemTune.isLimit(ByteSize.kibibytes(9007199254740928L))).isFalse();
    assertThat(MemTune.isLimit(ByteSize.kibibytes(9007199254740927L))).isTrue();
    MemTune tune = MemTune.hardLimit(GIB).withSwapHardLimit(MemTune.UNLIMITED);
    assertThat(tune.toXml())
        .isEqualTo(
            """
            <memtune>
              <hard_limit unit='KiB'>1048576</hard_limit>
              <swap_hard_limit unit='KiB'>9007199254740991</swap_hard_limit>
            </memtune>\
            """);
    assertThat(MemTune.fromXml(tune.toXml(), Strictness.STRICT)).isEqualTo(tune);
    assertThat(MemTune.softLimit(GIB).hardLimit()).isEmpty();
  }

  @Test
  void modules() {
    assertThat(MemoryDevice.dimm(GIB, 1).toXml())
        .isEqualTo(
            """
            <memory model='dimm'>
              <target>
                <size unit='KiB'>1048576</size>
                <node>1</node>
              </target>
            </memory>\
            """);
    assertThat(MemoryDevice.nvdimm("/srv/n", GIB).path()).contains("/srv/n");
    assertThat(MemoryDevice.virtioPmem("/srv/p", GIB).access()).contains(MemoryAccess.SHARED);
    assertThat(MemoryDevice.sgxEpc(GIB).model()).isEqualTo(MemoryDeviceModel.SGX_EPC);
    MemoryDevice grows = MemoryDevice.virtioMem(GIB, ByteSize.mebibytes(512));
    assertThat(grows.toXml()).contains("<requested unit='KiB'>524288</requested>");
    assertThat(MemoryDevice.fromXml(grows.toXml(), Strictness.STRICT)).isEqualTo(grows);
  }

  @Test
  void modulesThatCannotBe() {
    MemoryDevice.Builder lasting = MemoryDevice.builder().model(MemoryDeviceModel.NVDIMM).size(GIB);
    assertRefused("memory/source/path", lasting::build);
    assertRefused(
        "memory/target/requested", () -> MemoryDevice.virtioMem(GIB, ByteSize.gibibytes(2)));
    assertRefused("memory/target", () -> MemoryDevice.fromXml("<memory model='dimm'/>"));
    assertRefused(
        "memory/target/size",
        () ->
            MemoryDevice.fromXml(
                "<memory model='dimm'><target><size>big</size></target></memory>"));
    assertRefused(
        "memory/@model",
        () -> MemoryDevice.fromXml("<memory><target><size>1</size></target></memory>"));
    assertThat(
            MemoryDevice.fromXml("<memory model='nvdimm'><target><size>1</size></target></memory>")
                .size())
        .isEqualTo(ByteSize.kibibytes(1));
  }

  @Test
  void theBalloon() {
    MemBalloon balloon =
        MemBalloon.virtio()
            .withStatsPeriod(Duration.ofSeconds(5))
            .withDriver(VirtioDriver.builder().packed(true).build());
    assertThat(balloon.toXml())
        .contains("<memballoon model='virtio'>", "<stats period='5'/>", "<driver packed='on'/>");
    assertThat(MemBalloon.fromXml(balloon.toXml(), Strictness.STRICT)).isEqualTo(balloon);
    assertThat(MemBalloon.none().toXml()).isEqualTo("<memballoon model='none'/>");
    assertThat(MemBalloon.none().withAcpiIndex(3).toXml()).contains("<acpi index='3'/>");
  }

  private static void assertRefused(String path, Runnable build) {
    assertThatThrownBy(build::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
