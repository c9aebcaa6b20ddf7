package io.kvmsdk.domain.tuning;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the threads of a domain are placed on the host's CPUs, and what time they get. There are
 * three kinds of threads: one for each vCPU, I/O threads, and those of the emulator, which are all
 * others.
 *
 * <p>A quota is time on CPUs within a period: of 100 ms each second, for example, a vCPU runs a
 * tenth of the time. Periods are 1 ms to 1 s.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuTune extends WithCpuTune {

  /** How it is read and written. */
  XmlMapping<CpuTune> XML = new CpuTuneXml();

  /** Threads pinned to CPUs of the host. */
  static CpuTune pinned(Pinning... pinnings) {
    Builder b = builder();
    for (Pinning pinning : pinnings) {
      b.pin(pinning);
    }
    return b.build();
  }

  /**
   * So much time for each vCPU in each period.
   *
   * @param period 1 ms to 1 s
   * @param time at least 1 ms; as much as the period is a whole CPU
   */
  static CpuTune quota(Duration period, Duration time) {
    return builder().period(period).quota(CpuQuota.of(time)).build();
  }

  /** A share of CPU time while others want it too; a domain of 2048 gets twice that of 1024. */
  static CpuTune shares(int shares) {
    return builder().shares(shares).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <cputune>} says, keeping what has no name here. */
  static CpuTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <cputune>} says. */
  static CpuTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <cputune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Its share of CPU time against that of others: 2 to 262144 with cgroups v1, 1 to 10000 with v2.
   * Absent means the host's default. Since libvirt 0.9.0.
   */
  Optional<Integer> shares();

  /**
   * How long a period of {@link #quota()} is: 1 ms to 1 s in whole microseconds; 0 is the same as
   * absent. Since libvirt 0.9.4.
   */
  Optional<Duration> period();

  /** How long each vCPU may run in a period. Since libvirt 0.9.4. */
  Optional<CpuQuota> quota();

  /**
   * How long a period of {@link #globalQuota()} is: 1 ms to 1 s in whole microseconds; 0 is the
   * same as absent. Since libvirt 1.3.3.
   */
  Optional<Duration> globalPeriod();

  /** How long all threads of the domain together may run in a period. Since libvirt 1.3.3. */
  Optional<CpuQuota> globalQuota();

  /**
   * How long a period of {@link #emulatorQuota()} is: 1 ms to 1 s in whole microseconds; 0 is the
   * same as absent. Since libvirt 0.10.0.
   */
  Optional<Duration> emulatorPeriod();

  /** How long the emulator's threads may run in a period. Since libvirt 0.10.0. */
  Optional<CpuQuota> emulatorQuota();

  /**
   * How long a period of {@link #ioThreadQuota()} is: 1 ms to 1 s in whole microseconds; 0 is the
   * same as absent. Since libvirt 2.1.0.
   */
  Optional<Duration> ioThreadPeriod();

  /** How long each I/O thread may run in a period. Since libvirt 2.1.0. */
  Optional<CpuQuota> ioThreadQuota();

  /**
   * On which CPUs of the host vCPUs run; those without run where the domain's vCPUs do. Since
   * libvirt 0.9.0.
   */
  List<VcpuPin> vcpuPins();

  /**
   * On which CPUs of the host the emulator's threads run; absent means where the domain's vCPUs do.
   */
  Optional<CpuSet> emulatorPin();

  /**
   * On which CPUs of the host I/O threads run; those without run where the domain's vCPUs do. Since
   * libvirt 1.2.9.
   */
  List<IoThreadPin> ioThreadPins();

  /** How the host schedules vCPUs. Since libvirt 1.2.13. */
  List<VcpuScheduler> vcpuSchedulers();

  /** How the host schedules I/O threads. Since libvirt 1.2.13. */
  List<IoThreadScheduler> ioThreadSchedulers();

  /** How the host schedules the emulator's threads. Since libvirt 5.3.0. */
  Optional<CpuScheduler> emulatorScheduler();

  /** Their priority, for real-time schedulers only: 1 to 99 as a rule. Since libvirt 5.3.0. */
  Optional<Integer> emulatorPriority();

  /** What parts of the host's CPU caches vCPUs get. Since libvirt 4.1.0. */
  List<CacheTune> cacheTunes();

  /** What part of the host's memory bandwidth vCPUs get. Since libvirt 4.7.0. */
  List<BandwidthTune> memoryTunes();

  /** The CPUs of the host that a vCPU is pinned to, if it is. */
  default Optional<CpuSet> pinOf(int vcpu) {
    return vcpuPins().stream().filter(it -> it.vcpu() == vcpu).map(VcpuPin::cpus).findFirst();
  }

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if a thread is pinned twice, a period or quota is out of
   *     bounds, a real-time scheduler has no priority, or two speak of one vCPU
   */
  default void checkConsistent() {
    CpuTuneChecks.check(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** Pins threads to CPUs of the host, beside those that are pinned by now. */
    public Builder pin(Pinning pinning) {
      addAllVcpuPins(pinning.vcpus());
      addAllIoThreadPins(pinning.ioThreads());
      if (pinning.emulator().isPresent()) emulatorPin(pinning.emulator().get());
      return this;
    }

    @Override
    public CpuTune build() {
      CpuTune made = super.build();
      made.checkConsistent();
      return made;
    }

    CpuTune buildAsRead() {
      return super.build();
    }
  }
}

final class CpuTuneXml extends XmlMapping<CpuTune> {

  CpuTuneXml() {
    super("cputune");
  }

  @Override
  protected CpuTune read(XmlIn in) {
    CpuTune.Builder b = CpuTune.builder();
    if (in.child("shares").intText()) b.shares(in.intValue());
    if (in.child("period").longText()) b.period(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.child("quota").signedLongText()) b.quota(new CpuQuota(in.longValue()));
    if (in.child("global_period").longText())
      b.globalPeriod(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.child("global_quota").signedLongText()) b.globalQuota(new CpuQuota(in.longValue()));
    if (in.child("emulator_period").longText())
      b.emulatorPeriod(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.child("emulator_quota").signedLongText()) b.emulatorQuota(new CpuQuota(in.longValue()));
    if (in.child("iothread_period").longText())
      b.ioThreadPeriod(Duration.of(in.longValue(), ChronoUnit.MICROS));
    if (in.child("iothread_quota").signedLongText()) b.ioThreadQuota(new CpuQuota(in.longValue()));
    for (XmlIn vcpupin : in.children("vcpupin")) b.addVcpuPin(vcpupin.read(VcpuPin.XML));
    if (in.child("emulatorpin").attr("cpuset")) b.emulatorPin(in.cpuSet());
    for (XmlIn iothreadpin : in.children("iothreadpin"))
      b.addIoThreadPin(iothreadpin.read(IoThreadPin.XML));
    for (XmlIn vcpusched : in.children("vcpusched"))
      b.addVcpuScheduler(vcpusched.read(VcpuScheduler.XML));
    for (XmlIn iothreadsched : in.children("iothreadsched"))
      b.addIoThreadScheduler(iothreadsched.read(IoThreadScheduler.XML));
    XmlIn emulatorsched = in.child("emulatorsched");
    if (emulatorsched.attr("scheduler")) b.emulatorScheduler(new CpuScheduler(in.value()));
    if (emulatorsched.intAttr("priority")) b.emulatorPriority(in.intValue());
    for (XmlIn cachetune : in.children("cachetune")) b.addCacheTune(cachetune.read(CacheTune.XML));
    for (XmlIn memorytune : in.children("memorytune"))
      b.addMemoryTune(memorytune.read(BandwidthTune.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(CpuTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("shares", value.shares());
    out.beginPart("period");
    out.durationText(ChronoUnit.MICROS, value.period());
    out.end();
    out.partText("quota", value.quota());
    out.beginPart("global_period");
    out.durationText(ChronoUnit.MICROS, value.globalPeriod());
    out.end();
    out.partText("global_quota", value.globalQuota());
    out.beginPart("emulator_period");
    out.durationText(ChronoUnit.MICROS, value.emulatorPeriod());
    out.end();
    out.partText("emulator_quota", value.emulatorQuota());
    out.beginPart("iothread_period");
    out.durationText(ChronoUnit.MICROS, value.ioThreadPeriod());
    out.end();
    out.partText("iothread_quota", value.ioThreadQuota());
    out.writeAll("vcpupin", VcpuPin.XML, value.vcpuPins());
    out.part("emulatorpin", "cpuset", value.emulatorPin());
    out.writeAll("iothreadpin", IoThreadPin.XML, value.ioThreadPins());
    out.writeAll("vcpusched", VcpuScheduler.XML, value.vcpuSchedulers());
    out.writeAll("iothreadsched", IoThreadScheduler.XML, value.ioThreadSchedulers());
    out.beginPart("emulatorsched");
    out.attr("scheduler", value.emulatorScheduler());
    out.attr("priority", value.emulatorPriority());
    out.end();
    out.writeAll("cachetune", CacheTune.XML, value.cacheTunes());
    out.writeAll("memorytune", BandwidthTune.XML, value.memoryTunes());
    out.end();
  }
}
