package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.qmp.event.BlockJobReadyEvent;
import io.kvmsdk.qmp.event.NicRxFilterChangedEvent;
import io.kvmsdk.qmp.event.ShutdownEvent;
import io.kvmsdk.qmp.event.StopEvent;
import io.kvmsdk.qmp.type.JobType;
import io.kvmsdk.qmp.type.ShutdownCause;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QmpEventTest {

  private static JsonNode json(String text) throws Exception {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static QmpEvent decode(String text) throws Exception {
    return QmpEvent.decode(json(text));
  }

  @Test
  void anEventIsOfItsType() throws Exception {
    QmpEvent event =
        decode(
            "{'event': 'BLOCK_JOB_READY', 'timestamp': {'seconds': 7, 'microseconds': 5}, 'data':"
                + " {'type': 'mirror', 'device': 'd', 'len': 9, 'offset': 9, 'speed': 0, 'x': 1}}");
    assertThat(event.name()).isEqualTo("BLOCK_JOB_READY");
    assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(7, 5000));
    BlockJobReadyEvent ready = (BlockJobReadyEvent) event;
    assertThat(ready.device()).isEqualTo("d");
    assertThat(ready.type()).isEqualTo(JobType.MIRROR);
    assertThat(ready.len()).isEqualTo(9);
    assertThat(ready.unknownMembers()).containsOnlyKeys("x");
    assertThat(ready).hasToString("BLOCK_JOB_READY[type, device, len, offset, speed, x]");
    assertThat(BlockJobReadyEvent.of(ready.data(), ready.timestamp())).isEqualTo(ready);
    assertThat(BlockJobReadyEvent.of(ready.data(), Instant.EPOCH)).isNotEqualTo(ready);
  }

  @Test
  void whatHasNoTypeIsUnknown() throws Exception {
    QmpEvent event = decode("{'event': 'NEWER', 'data': {'x': 1}, 'timestamp': {'seconds': -1}}");
    assertThat(event).isInstanceOf(UnknownEvent.class).hasToString("NEWER[x]");
    assertThat(event.name()).isEqualTo("NEWER");
    assertThat(event.data()).isEqualTo(json("{'x': 1}"));
    assertThat(event.timestamp()).isAfter(Instant.EPOCH);
    assertThat(QmpEvent.of("NEWER", event.data(), event.timestamp())).isEqualTo(event);
    assertThat(QmpEvent.of("OTHER", event.data(), event.timestamp())).isNotEqualTo(event);
  }

  @Test
  void anEventMayTellNothingMore() throws Exception {
    QmpEvent event = decode("{'event': 'STOP', 'timestamp': {'seconds': 1, 'microseconds': 0}}");
    assertThat(event).isInstanceOf(StopEvent.class).hasToString("STOP[]");
    assertThat(event.data()).isEmpty();
    ShutdownEvent shutdown = ShutdownEvent.of(json("{'guest': true}"), Instant.EPOCH);
    assertThat(shutdown.guest()).isTrue();
    assertThatThrownBy(shutdown::reason).isInstanceOf(UnexpectedValueException.class);
    assertThat(
            ShutdownEvent.of(json("{'guest': true, 'reason': 'guest-panic'}"), Instant.EPOCH)
                .reason())
        .isEqualTo(ShutdownCause.GUEST_PANIC);
  }

  @Test
  void aMemberThatIsCalledAsAMethodOfAllEvents() throws Exception {
    NicRxFilterChangedEvent event =
        NicRxFilterChangedEvent.of(json("{'name': 'n', 'path': 'p'}"), Instant.EPOCH);
    assertThat(event.name()).isEqualTo("NIC_RX_FILTER_CHANGED");
    assertThat(event.name_()).contains("n");
  }
}
