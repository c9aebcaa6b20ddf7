package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.event.UnknownEvent;
import io.kvmsdk.libvirt.DomainSignal.Lifecycle;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of {@code libvirt-domain.h}. */
class EventMappingTest {

  private static final DomainRef WEB = new DomainRef(UUID.randomUUID(), "web-1");
  private static final Instant NOW = Instant.EPOCH;

  @ParameterizedTest
  @CsvSource({
    "0, 0, defined, added",
    "0, 1, defined, updated",
    "1, 0, undefined, removed",
    "2, 0, started, booted",
    "2, 3, started, from-snapshot",
    "3, 0, suspended, paused",
    "3, 2, suspended, io-error",
    "3, 3, suspended, watchdog",
    "4, 0, resumed, unpaused",
    "5, 0, stopped, shutdown",
    "5, 1, stopped, destroyed",
    "5, 2, stopped, crashed",
    "5, 3, stopped, migrated",
    "5, 4, stopped, saved",
    "5, 5, stopped, failed",
    "6, 0, shutdown, finished",
    "6, 1, shutdown, guest",
    "6, 2, shutdown, host",
    "7, 1, pmsuspended, disk",
    "8, 0, crashed, panicked",
    "5, 77, stopped, code-77",
    "77, 3, code-77, code-3",
    "-1, -1, code--1, code--1",
  })
  void lifecycle(int event, int detail, String kind, String reason) {
    assertThat(EventMapping.event(new Lifecycle(NOW, WEB, event, detail), Optional.of("end")))
        .isEqualTo(
            new DomainLifecycleEvent(
                NOW,
                WEB,
                new LifecycleKind(kind),
                new LifecycleReason(reason),
                Optional.of("end")));
  }

  @Test
  void constantsOfTheApiAreMet() {
    assertThat(EventMapping.kind(new Lifecycle(NOW, WEB, 5, 5))).isEqualTo(LifecycleKind.STOPPED);
    assertThat(EventMapping.reason(new Lifecycle(NOW, WEB, 5, 5)))
        .isEqualTo(LifecycleReason.FAILED);
    assertThat(EventMapping.reason(new Lifecycle(NOW, WEB, 3, 2)))
        .isEqualTo(LifecycleReason.IO_ERROR);
  }

  @Test
  void others() {
    assertThat(EventMapping.event(new DomainSignal.Reboot(NOW, WEB), Optional.empty()))
        .isEqualTo(new DomainRebootEvent(NOW, WEB));
    assertThat(
            EventMapping.event(
                new DomainSignal.DeviceRemoved(NOW, WEB, "virtio-disk1"), Optional.empty()))
        .isEqualTo(
            new UnknownEvent(
                NOW, Optional.of(WEB), "VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED", "virtio-disk1"));
  }

  @Test
  void aDeathIsAStopThatNobodyAskedFor() {
    assertThat(EventMapping.isDeath(new Lifecycle(NOW, WEB, 5, 2))).isTrue();
    assertThat(EventMapping.isDeath(new Lifecycle(NOW, WEB, 5, 5))).isTrue();
    assertThat(EventMapping.isDeath(new Lifecycle(NOW, WEB, 5, 1))).isFalse();
    assertThat(EventMapping.isDeath(new Lifecycle(NOW, WEB, 2, 2))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, running, booted",
    "1, 5, running, unpaused",
    "3, 1, paused, user",
    "3, 5, paused, io-error",
    "3, 11, paused, starting-up",
    "5, 1, shutoff, shutdown",
    "5, 2, shutoff, destroyed",
    "5, 3, shutoff, crashed",
    "5, 6, shutoff, failed",
    "6, 1, crashed, panicked",
    "7, 0, pmsuspended, unknown",
    "1, 77, running, code-77",
    "77, 0, code-77, unknown",
  })
  void states(int stateCode, int reasonCode, String state, String reason) {
    assertThat(States.state(stateCode)).isEqualTo(new DomainState(state));
    assertThat(States.reason(stateCode, reasonCode)).isEqualTo(new StateReason(reason));
  }
}
