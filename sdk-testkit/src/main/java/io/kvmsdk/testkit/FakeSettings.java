package io.kvmsdk.testkit;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Map;

/** What a fake host is made with; see {@link FakeHypervisor.Builder}. */
record FakeSettings(
    FakeClock clock,
    int cpus,
    ByteSize memory,
    Duration bootTime,
    Duration reactionTime,
    int slots,
    boolean requiresImages,
    Map<Feature, Support.No> missing) {

  FakeSettings {
    missing = Map.copyOf(missing);
  }
}
