package io.kvmsdk.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.call.DomainRef;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.EventFilter;
import io.kvmsdk.event.EventsLost;
import io.kvmsdk.event.Resync;
import io.kvmsdk.event.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventDispatcherTest {

  private final EventDispatcher dispatcher = new EventDispatcher("test:///events", 4);
  private final List<Event> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    dispatcher.close();
  }

  @Test
  void deliversInOrderOnAThreadOfItsOwn() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    dispatcher.subscribe(
        EventFilter.all(),
        e -> {
          thread.set(Thread.currentThread());
          seen.add(e);
        });
    for (int i = 0; i < 3; i++) {
      dispatcher.publish(reboot(i));
    }
    await().until(() -> seen.size() == 3);
    assertThat(seen).containsExactly(reboot(0), reboot(1), reboot(2));
    assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    assertThat(requireNonNull(thread.get()).isDaemon()).isTrue();
  }

  @Test
  void aListenerThatThrowsGetsTheNextEvent() {
    dispatcher.subscribe(
        EventFilter.all(),
        e -> {
          seen.add(e);
          throw new IllegalStateException("a listener's own fault");
        });
    dispatcher.publish(reboot(0));
    dispatcher.publish(reboot(1));
    await().until(() -> seen.size() == 2);
  }

  @Test
  void aListenerThatBlocksCostsNobodyElseAnythingAndIsToldTheGap() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Event> slow = new CopyOnWriteArrayList<>();
    dispatcher.subscribe(
        EventFilter.all(),
        e -> {
          slow.add(e);
          entered.countDown();
          awaitQuietly(release);
        });
    dispatcher.subscribe(EventFilter.all(), seen::add);
    dispatcher.publish(reboot(0));
    entered.await();
    for (int i = 1; i <= 7; i++) { // four wait, three are lost
      int expected = i + 1;
      dispatcher.publish(reboot(i));
      await().until(() -> seen.size() == expected);
    }
    release.countDown();
    await().until(() -> slow.size() == 6);
    assertThat(slow.subList(0, 5))
        .containsExactlyElementsOf(IntStream.range(0, 5).mapToObj(this::reboot).toList());
    assertThat(slow.get(5)).isEqualTo(new EventsLost(Instant.ofEpochSecond(5), 3));
    dispatcher.publish(reboot(8));
    await().until(() -> slow.size() == 7);
    assertThat(slow.get(6)).isEqualTo(reboot(8));
  }

  @Test
  void aFilterKeepsWhatIsAskedForAndTheGapsAlways() {
    UUID other = new UUID(0, 99);
    dispatcher.subscribe(EventFilter.domain(other), seen::add);
    dispatcher.publish(reboot(0));
    Event wanted = new DomainRebootEvent(Instant.EPOCH, new DomainRef(other, "other"));
    dispatcher.publish(wanted);
    Event resync = new Resync(Instant.EPOCH, "the daemon went away");
    dispatcher.publish(resync);
    await().until(() -> seen.size() == 2);
    assertThat(seen).containsExactly(wanted, resync);
  }

  @Test
  void nothingComesAfterCloseEvenFromWithinTheListener() throws InterruptedException {
    AtomicReference<Subscription> own = new AtomicReference<>();
    CountDownLatch subscribed = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    own.set(
        dispatcher.subscribe(
            EventFilter.all(),
            e -> {
              seen.add(e);
              awaitQuietly(subscribed);
              requireNonNull(own.get()).close();
              closed.countDown();
            }));
    dispatcher.publish(reboot(0));
    dispatcher.publish(reboot(1));
    subscribed.countDown();
    closed.await();
    dispatcher.publish(reboot(2));
    await().until(() -> threads() == 0);
    assertThat(seen).containsExactly(reboot(0));
  }

  @Test
  void closingTheConnectionEndsEverySubscriptionAndItsThread() {
    dispatcher.subscribe(EventFilter.all(), seen::add);
    dispatcher.subscribe(EventFilter.all(), seen::add);
    assertThat(threads()).isEqualTo(2);
    dispatcher.close();
    await().until(() -> threads() == 0);
    assertThatThrownBy(() -> dispatcher.subscribe(EventFilter.all(), seen::add))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("closed");
    assertThat(threads()).isZero();
  }

  private Event reboot(int second) {
    return new DomainRebootEvent(
        Instant.ofEpochSecond(second), new DomainRef(new UUID(0, 1), "web-1"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("kvmsdk-events"))
        .count();
  }
}
