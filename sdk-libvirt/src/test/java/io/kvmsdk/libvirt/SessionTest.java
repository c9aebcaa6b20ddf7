package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.event.Event;
import io.kvmsdk.event.Resync;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that come and go, on a native layer that does what the test wants. */
@Timeout(60)
class SessionTest {

  private static final LibvirtUri URI = LibvirtUri.parse("qemu:///system").orElseThrow();
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeLibrary fake = new FakeLibrary();
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final int callbacksBefore = Callbacks.held();
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Session session = session(true);

  private Session session(boolean multiply) {
    LibvirtEvents events =
        new LibvirtEvents(
            "fake", told::add, QemuLog.in(java.nio.file.Path.of("/nowhere")), new DomainKinds());
    return new Session("fake", () -> Link.open(fake.library, URI, 5), multiply, events);
  }

  @AfterEach
  void end() {
    release.countDown();
    session.close();
    callers.shutdownNow();
    Awaitility.await().untilAsserted(() -> assertThat(fake.open).isEmpty());
    assertThat(fake.misuse).isEmpty();
    Awaitility.await().until(() -> Callbacks.held() == callbacksBefore);
  }

  private static Call call(Duration timeout) {
    return new Call("test.call", "something", Deadline.after(timeout));
  }

  private void connect() throws NativeFailure {
    assertThat(session.<String>connect(call(LONG), connection -> "hello")).isEqualTo("hello");
  }

  private String quick(Duration timeout) throws NativeFailure {
    return session.run(call(timeout), Optional.empty(), Effect.CHANGE, connection -> "done");
  }

  private String hang(NativeConnection connection) {
    try {
      release.await();
      return "late";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Future<String>> hanging(int count) throws Exception {
    CountDownLatch begun = new CountDownLatch(count);
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          callers.submit(() ->
              session.run(
                  call(LONG),
                  Optional.empty(),
                  Effect.CHANGE,
                  connection -> {
                    begun.countDown();
                    return hang(connection);
                  })));
    }
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    return all;
  }

  @Test
  void oneConnectionIsEnoughForOneCallAfterTheOther() throws Exception {
    connect();
    for (int i = 0; i < 100; i++) {
      assertThat(quick(LONG)).isEqualTo("done");
    }
    assertThat(fake.opened).hasValue(1);
  }

  @Test
  void callsAtTheSameTimeHaveConnectionsOfTheirOwn() throws Exception {
    connect();
    List<Future<String>> all = hanging(10);
    assertThat(fake.open).hasSize(10);
    assertThat(quick(LONG)).isEqualTo("done");
    release.countDown();
    for (Future<String> each : all) {
      assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }
    Awaitility.await().untilAsserted(() -> assertThat(fake.open).hasSize(1 + Links.KEPT_IDLE));
  }

  @Test
  void aDriverInsideThisProcessHasOneConnectionForAll() throws Exception {
    Session single = session(false);
    single.connect(call(LONG), connection -> "hello");
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          callers.submit(() -> single.run(call(LONG), Optional.empty(), Effect.READ, this::hang)));
    }
    assertThat(single.<String>run(call(LONG), Optional.empty(), Effect.READ, c -> "done"))
        .isEqualTo("done");
    assertThat(fake.opened).hasValue(1);
    release.countDown();
    for (Future<String> each : all) {
      each.get(10, TimeUnit.SECONDS);
    }
    single.close();
  }

  @Test
  void whereNoMoreConnectionsCanBeHadCallsShare() throws Exception {
    connect();
    fake.refuses = true;
    List<Future<String>> all = hanging(3);
    assertThat(quick(LONG)).isEqualTo("done");
    assertThat(fake.opened).hasValue(1);
    release.countDown();
    for (Future<String> each : all) {
      each.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRefusedConnectionIsAFailure() {
    fake.refuses = true;
    NativeFailure failure =
        catchThrowableOfType(
            NativeFailure.class, () -> session.connect(call(LONG), connection -> "never"));
    assertThat(failure.error().message()).isEqualTo("a fake's error");
  }

  @Test
  void aConnectionThatIsOpenedTooLateIsClosed() throws Exception {
    fake.openingHangs = release;
    assertThatThrownBy(() -> session.connect(call(SHORT), connection -> "never"))
        .isInstanceOf(TimedOutException.class);
    session.close();
    release.countDown();
    Awaitility.await().untilAsserted(() -> assertThat(fake.opened).hasValue(1));
    Awaitility.await().untilAsserted(() -> assertThat(fake.open).isEmpty());
  }

  @Test
  void aBrokenConnectionIsMadeAgain() throws Exception {
    connect();
    for (int i = 1; i <= 3; i++) {
      int times = i;
      fake.breakAll();
      assertThat(quick(LONG)).isEqualTo("done");
      Awaitility.await()
          .untilAsserted(() -> assertThat(told).hasSize(times).hasOnlyElementsOfType(Resync.class));
    }
    assertThat(((Resync) told.get(0)).cause()).isEqualTo("the daemon closed the connection");
  }

  @Test
  void callsWaitWhileItIsMadeAgain() throws Exception {
    connect();
    fake.refuses = true;
    fake.breakAll();
    ConnectionLostException lost =
        catchThrowableOfType(ConnectionLostException.class, () -> quick(SHORT));
    assertThat(lost.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(lost).hasMessageContaining("the daemon closed the connection");
    assertThat(told).isEmpty();
    Future<String> waits = callers.submit(() -> quick(LONG));
    fake.refuses = false;
    assertThat(waits.get(20, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void aCallThatNoticesTheLossIsOfUnknownOutcomeAndTellsTheSession() throws Exception {
    connect();
    NativeFailure failure =
        catchThrowableOfType(
            NativeFailure.class,
            () ->
                session.run(
                    call(LONG),
                    Optional.empty(),
                    Effect.CHANGE,
                    connection -> {
                      throw new NativeFailure(NativeError.NONE, true);
                    }));
    assertThat(failure.connectionLost()).isTrue();
    assertThat(quick(LONG)).isEqualTo("done");
    Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(1));
    assertThat(fake.opened).hasValue(2);
  }

  @Test
  void closingWhileItIsMadeAgainEndsThat() throws Exception {
    connect();
    fake.refuses = true;
    fake.breakAll();
    Future<String> waits = callers.submit(() -> quick(LONG));
    session.close();
    assertThatThrownBy(() -> waits.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("closed");
    Leaks.awaitThreadsGone("kvmsdk-libvirt-reconnect fake");
  }

  @Test
  void closingDoesNotFreeWhatACallStillUses() throws Exception {
    connect();
    List<Future<String>> hangs = hanging(1);
    Future<?> closing = callers.submit(session::close);
    assertThatThrownBy(() -> hangs.get(0).get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ConnectionLostException.class);
    assertThat(fake.open).as("the call is in it yet").hasSize(1);
    release.countDown();
    closing.get(20, TimeUnit.SECONDS);
    Awaitility.await().untilAsserted(() -> assertThat(fake.open).isEmpty());
    session.close();
    assertThat(fake.misuse).isEmpty();
  }
}
