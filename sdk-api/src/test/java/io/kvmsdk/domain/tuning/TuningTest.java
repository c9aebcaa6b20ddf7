package io.kvmsdk.domain.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class TuningTest {

  @Test
  void threadsArePinned() {
    CpuTune tune =
        CpuTune.pinned(
            Pinning.oneToOne(4, 2).withEmulator(CpuSet.of("0-1")).withIoThread(1, CpuSet.of(2)));
    assertThat(tune.toXml())
        .isEqualTo(
            """
            <cputune>
              <vcpupin vcpu='0' cpuset='4'/>
              <vcpupin vcpu='1' cpuset='5'/>
              <emulatorpin cpuset='0-1'/>
              <iothreadpin iothread='1' cpuset='2'/>
            </cputune>\
            """);
    assertThat(CpuTune.fromXml(tune.toXml(), Strictness.STRICT)).isEqualTo(tune);
    assertThat(tune.pinOf(1)).contains(CpuSet.of(5));
    assertThat(tune.pinOf(2)).isEmpty();
    assertThat(Pinning.oneToOne(CpuSet.of("2,6")).vcpus())
        .containsExactly(VcpuPin.of(0, CpuSet.of(2)), VcpuPin.of(1, CpuSet.of(6)));
    assertThat(Pinning.together(2, CpuSet.of("2,6")).vcpus())
        .containsExactly(VcpuPin.of(0, CpuSet.of("2,6")), VcpuPin.of(1, CpuSet.of("2,6")));
  }

  @Test
  void quotasAreTimeOrNoLimit() {
    CpuTune half = CpuTune.quota(Duration.ofMillis(100), Duration.ofMillis(50));
    assertThat(half.toXml()).contains("<period>100000</period>", "<quota>50000</quota>");
    assertThat(half.quota().orElseThrow().time()).contains(Duration.ofMillis(50));
    CpuTune free = CpuTune.fromXml("<cputune><quota>-1</quota></cputune>", Strictness.STRICT);
    assertThat(free.quota()).contains(CpuQuota.UNLIMITED);
    assertThat(free.quota().orElseThrow().isLimit()).isFalse();
    assertThat(free.quota().orElseThrow().time()).isEmpty();
    assertThat(free.toXml()).contains("<quota>-1</quota>");
    assertThat(CpuTune.shares(2048).toXml()).contains("<shares>2048</shares>");
    assertThatThrownBy(() -> CpuQuota.of(Duration.ofNanos(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsOfTime() {
    CpuTune.Builder b = CpuTune.builder();
    assertRefused("cputune/quota", () -> b.quota(new CpuQuota(999)).build());
    b.quota(new CpuQuota(1000)).globalQuota(new CpuQuota(CpuQuota.MOST)).build();
    assertRefused(
        "cputune/global_quota", () -> b.globalQuota(new CpuQuota(CpuQuota.MOST + 1)).build());
    b.globalQuota(new CpuQuota(0)).emulatorQuota(new CpuQuota(-5)).build();
    assertRefused("cputune/emulator_quota", () -> b.emulatorQuota(new CpuQuota(1)).build());
    b.emulatorQuota(CpuQuota.UNLIMITED).build();
    assertRefused("cputune/iothread_quota", () -> b.ioThreadQuota(new CpuQuota(1)).build());
    b.ioThreadQuota(CpuQuota.UNLIMITED).build();
    Duration little = Duration.of(999, ChronoUnit.MICROS);
    assertRefused("cputune/period", () -> b.period(little).build());
    b.period(Duration.ZERO).build();
    assertRefused("cputune/global_period", () -> b.globalPeriod(Duration.ofMillis(1001)).build());
    b.globalPeriod(Duration.ofSeconds(1)).build();
    assertRefused("cputune/emulator_period", () -> b.emulatorPeriod(little).build());
    b.emulatorPeriod(Duration.ofMillis(1)).build();
    assertRefused("cputune/iothread_period", () -> b.ioThreadPeriod(little).build());
  }

  @Test
  void aThreadIsSpokenOfOnce() {
    CpuSet first = CpuSet.of("0-1");
    CpuSet second = CpuSet.of("1-2");
    CpuTune pinned = CpuTune.pinned(Pinning.oneToOne(0, 2).withIoThread(1, first));
    assertRefused(
        "cputune/vcpupin/@vcpu", () -> pinned.toBuilder().pin(Pinning.oneToOne(4, 1)).build());
    assertRefused(
        "cputune/iothreadpin/@iothread",
        () -> pinned.toBuilder().addIoThreadPin(IoThreadPin.of(1, second)).build());
    assertRefused(
        "cputune/iothreadpin/@iothread",
        () -> CpuTune.builder().addIoThreadPin(IoThreadPin.of(0, second)).build());
    assertRefused(
        "cputune/vcpusched/@vcpus",
        () ->
            CpuTune.builder()
                .addVcpuScheduler(VcpuScheduler.fifo(first, 1))
                .addVcpuScheduler(VcpuScheduler.fifo(second, 1))
                .build());
    CacheTune cache = CacheTune.builder().vcpus(first).build();
    BandwidthTune bandwidth =
        BandwidthTune.builder().vcpus(first).addNode(MemoryBandwidth.of(0, 60)).build();
    CpuTune both = CpuTune.builder().addCacheTune(cache).addMemoryTune(bandwidth).build();
    assertThat(both.memoryTunes().get(0).nodes().get(0).bandwidth()).isEqualTo(60);
    assertRefused(
        "cputune/cachetune/@vcpus",
        () -> both.toBuilder().addCacheTune(cache.withVcpus(second)).build());
    assertRefused(
        "cputune/memorytune/@vcpus",
        () -> both.toBuilder().addMemoryTune(bandwidth.withVcpus(second)).build());
    assertRefused(
        "cputune/memorytune/@vcpus",
        () ->
            CpuTune.builder()
                .addCacheTune(cache)
                .addMemoryTune(bandwidth.withVcpus(second))
                .build());
  }

  @Test
  void realTimeNeedsAPriority() {
    assertRefused(
        "cputune/vcpusched/@priority",
        () ->
            CpuTune.builder()
                .addVcpuScheduler(VcpuScheduler.builder().scheduler(CpuScheduler.RR).build())
                .build());
    assertRefused(
        "cputune/emulatorsched/@priority",
        () -> CpuTune.builder().emulatorScheduler(CpuScheduler.FIFO).build());
    CpuTune idle = CpuTune.builder().emulatorScheduler(CpuScheduler.IDLE).build();
    assertThat(idle.toXml()).contains("<emulatorsched scheduler='idle'/>");
    IoThreadScheduler batch =
        IoThreadScheduler.builder().ioThreads(CpuSet.of(2)).scheduler(CpuScheduler.BATCH).build();
    assertThat(idle.withIoThreadSchedulers(batch).toXml())
        .contains("<iothreadsched iothreads='2' scheduler='batch'/>");
  }

  @Test
  void whatALibvirtHasCanBeRead() {
    CpuTune odd =
        CpuTune.fromXml(
            """
            <cputune>
              <quota>7</quota>
              <vcpupin vcpu='0' cpuset='1'/>
              <vcpupin vcpu='0' cpuset='2'/>
            </cputune>
            """);
    assertThat(odd.vcpuPins()).hasSize(2);
    assertRefused("cputune/quota", () -> odd.toBuilder().build());
  }

  @Test
  void whatIsMissingOrNoNumberIsRefused() {
    assertRefused("cputune/quota", () -> CpuTune.fromXml("<cputune><quota>half</quota></cputune>"));
    assertRefused(
        "cputune/vcpupin/@cpuset", () -> CpuTune.fromXml("<cputune><vcpupin vcpu='0'/></cputune>"));
    assertRefused(
        "cputune/vcpupin/@vcpu",
        () -> CpuTune.fromXml("<cputune><vcpupin vcpu='one' cpuset='1'/></cputune>"));
    assertRefused(
        "cputune/cachetune/cache/@size",
        () ->
            CpuTune.fromXml(
                "<cputune><cachetune vcpus='0'><cache id='0' level='3' type='both'/></cachetune></cputune>"));
    assertRefused(
        "iothread/poll/@max",
        () -> IoThread.fromXml("<iothread id='1'><poll max='long'/></iothread>"));
    assertRefused(
        "blkiotune/device/path", () -> BlkioTune.fromXml("<blkiotune><device/></blkiotune>"));
    assertRefused(
        "perf/event/@name", () -> PerfEvents.fromXml("<perf><event enabled='yes'/></perf>"));
  }

  @Test
  void poolsOfThreads() {
    IoThread thread = IoThread.of(2).withPollMax(Duration.ofNanos(100)).withThreadPoolMax(4);
    assertThat(thread.toXml())
        .isEqualTo(
            """
            <iothread id='2' thread_pool_max='4'>
              <poll max='100'/>
            </iothread>\
            """);
    assertRefused("iothread/@id", () -> IoThread.of(0));
    assertRefused("iothread/@thread_pool_max", () -> thread.toBuilder().threadPoolMin(5).build());
    assertRefused(
        "defaultiothread/@thread_pool_max",
        () -> DefaultIoThread.builder().threadPoolMax(0).build());
    assertThat(DefaultIoThread.builder().threadPoolMin(0).threadPoolMax(1).build().toXml())
        .isEqualTo("<defaultiothread thread_pool_min='0' thread_pool_max='1'/>");
  }

  @Test
  void shareOfDevices() {
    BlkioDevice device =
        BlkioDevice.weight("/dev/sda", 300).withReadBytes(ByteRate.mebibytesPerSecond(1));
    BlkioTune tune = BlkioTune.weight(500).withDevices(device);
    assertThat(tune.toXml())
        .isEqualTo(
            """
            <blkiotune>
              <weight>500</weight>
              <device>
                <path>/dev/sda</path>
                <weight>300</weight>
                <read_bytes_sec>1048576</read_bytes_sec>
              </device>
            </blkiotune>\
            """);
    assertThat(BlkioTune.fromXml(tune.toXml(), Strictness.STRICT)).isEqualTo(tune);
    assertThat(tune.device("/dev/sda")).contains(device);
    assertThat(tune.device("/dev/sdb")).isEmpty();
  }

  @Test
  void cachesCountInBytes() {
    CacheTune tune =
        CacheTune.XML.parse(
            "<cachetune vcpus='0'><cache id='0' level='3' type='both' size='4096'/></cachetune>",
            Strictness.STRICT);
    assertThat(tune.caches().get(0).size()).isEqualTo(ByteSize.kibibytes(4));
    assertThat(CacheTune.XML.format(tune)).contains("size='4096'/>");
  }

  @Test
  void groupsAndEvents() {
    assertThat(Resource.partition("/machine/a").toXml())
        .contains("<partition>/machine/a</partition>");
    PerfEvents events = PerfEvents.of(PerfEventName.CMT, PerfEventName.CPU_CYCLES);
    assertThat(events.counts(PerfEventName.CMT)).isTrue();
    assertThat(events.counts(PerfEventName.MBML)).isFalse();
    assertThat(events.withEvents(PerfEvent.off(PerfEventName.CMT)).counts(PerfEventName.CMT))
        .isFalse();
    assertThat(PerfEvents.fromXml("<perf><event name='cmt' enabled='soon'/></perf>").toXml())
        .contains("enabled='soon'");
  }

  private static void assertRefused(String path, Runnable build) {
    assertThatThrownBy(build::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
