package io.kvmsdk.testkit;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hardware of a domain that runs, from start to stop. Guarded by the monitor of its domain. */
final class FakeMachine {

  private static final Duration BALLOON_STEP = Duration.ofMillis(20);

  private final FakeHost host;
  private final FakeDomain domain;
  private final FakeConsole console;
  private final FakeOs os;
  private final Map<String, ByteSize> imageSizes;
  private final Map<String, FakeDiskLoad> loads = new HashMap<>();
  private final List<Runnable> frozen = new ArrayList<>();

  private DomainDefinition live;
  private boolean paused;
  private int resets;
  private ByteSize balloon;
  private ByteSize balloonTarget;
  private boolean ballooning;
  private Instant since;
  private Duration cpuTime = Duration.ZERO;

  FakeMachine(
      FakeHost host,
      FakeDomain domain,
      DomainDefinition definition,
      FakeConsole console,
      Map<String, ByteSize> imageSizes) {
    this.host = host;
    this.domain = domain;
    this.live = definition;
    this.console = console;
    this.imageSizes = new LinkedHashMap<>(imageSizes);
    this.since = host.clock().now();
    this.balloonTarget = Definitions.currentMemory(definition);
    this.balloon =
        Definitions.hasBalloon(definition) ? balloonTarget : Definitions.memory(definition);
    this.os =
        new FakeOs(this, host.guest(definition.name()), Definitions.kernelCommandLine(definition));
  }

  FakeSettings settings() {
    return host.settings();
  }

  DomainDefinition definition() {
    return live;
  }

  void change(DomainDefinition definition) {
    settleLoads();
    live = definition;
    loads.keySet().removeIf(target -> live.disk(target).isEmpty());
    os.notice();
  }

  /** What the guest does with a disk, up to now. */
  FakeDiskLoad load(String target) {
    if (live.disk(target).isEmpty()) {
      throw new IllegalStateException(live.name() + " has no disk " + target);
    }
    FakeDiskLoad load = loads.computeIfAbsent(target, t -> new FakeDiskLoad(host.clock().now()));
    settle(target, load);
    return load;
  }

  private void settleLoads() {
    loads.forEach(this::settle);
  }

  private void settle(String target, FakeDiskLoad load) {
    IoTune limits = live.disk(target).flatMap(Disk::ioTune).orElse(IoTune.NONE);
    load.settle(host.clock().now(), limits, !paused);
  }

  FakeOs os() {
    return os;
  }

  boolean paused() {
    return paused;
  }

  /** How often it began anew. */
  int resets() {
    return resets;
  }

  void start(boolean pausedFirst) {
    paused = pausedFirst;
    begin();
  }

  /** Where it is paused, not an instruction is executed before it is resumed. */
  private void begin() {
    if (paused) {
      frozen.clear();
      frozen.add(os::boot);
    } else {
      os.boot();
    }
  }

  void pause() {
    settleLoads();
    cpuTime = cpuTime();
    paused = true;
  }

  void resume() {
    settleLoads();
    paused = false;
    since = host.clock().now();
    List<Runnable> due = List.copyOf(frozen);
    frozen.clear();
    due.forEach(Runnable::run);
  }

  void reset() {
    resets++;
    begin();
    ballooning = false;
    if (!balloon.equals(balloonTarget)) {
      balloonTo(balloonTarget);
    }
  }

  /** A fake guest keeps a quarter of a CPU busy. */
  Duration cpuTime() {
    Duration running = paused ? Duration.ZERO : Duration.between(since, host.clock().now());
    return cpuTime.plus(running.dividedBy(4));
  }

  int onlineCpus() {
    return Definitions.onlineCpus(live);
  }

  /** The disks by their targets, with their sizes. */
  Map<String, ByteSize> disks() {
    Map<String, ByteSize> disks = new LinkedHashMap<>();
    for (Disk disk : live.disks()) {
      disks.put(disk.target(), imageSizes.getOrDefault(disk.target(), ByteSize.ZERO));
    }
    return disks;
  }

  void imageSize(String target, ByteSize size) {
    imageSizes.put(target, size);
  }

  String diskPrefix(String target) {
    return live.disk(target).map(Definitions::guestPrefix).orElse("vd");
  }

  Set<MacAddress> macs() {
    Set<MacAddress> macs = new LinkedHashSet<>();
    for (NetworkInterface card : live.interfaces()) {
      card.mac().ifPresent(macs::add);
    }
    return macs;
  }

  ByteSize balloon() {
    return balloon;
  }

  ByteSize balloonTarget() {
    return balloonTarget;
  }

  /** Sets what the guest is to have; its driver works towards it once it is up. */
  void balloonTo(ByteSize target) {
    balloonTarget = target;
    if (!ballooning) {
      ballooning = true;
      os.whenUp(this::balloonStep);
    }
  }

  private void balloonStep() {
    long step = os.balloonSpeed().bytes() / (1000 / BALLOON_STEP.toMillis());
    long missing = balloonTarget.bytes() - balloon.bytes();
    long moved = Long.signum(missing) * Math.min(step, Math.abs(missing));
    balloon = ByteSize.bytes(balloon.bytes() + moved);
    live = Definitions.withCurrentMemory(live, balloon);
    if (balloon.equals(balloonTarget) || step == 0) {
      ballooning = false;
      os.notice();
    } else {
      os.later(BALLOON_STEP, this::balloonStep);
    }
  }

  void say(String line) {
    console.say(line);
  }

  /** Does something later, unless the machine is gone; what is due while it is paused waits. */
  void later(Duration delay, Runnable action) {
    host.clock()
        .schedule(
            delay,
            () ->
                domain
                    .monitor()
                    .run(() -> {
                      if (!domain.runs(this)) {
                        return;
                      }
                      if (paused) {
                        frozen.add(action);
                      } else {
                        action.run();
                      }
                    }));
  }
}
