package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls on a native layer that hangs as long as the test wants. */
@Timeout(60)
class NativeCallsTest {

  private static final Optional<UUID> NO_DOMAIN = Optional.empty();
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final NativeCalls calls = new NativeCalls("test");
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    release.countDown();
    calls.close();
    callers.shutdownNow();
    assertThat(calls.awaitEnd(Deadline.after(LONG))).as("all threads end").isTrue();
  }

  private static Call call(Duration timeout) {
    return new Call("test.call", "something", Deadline.after(timeout));
  }

  private <T> T run(Call call, Optional<UUID> domain, Effect effect, Callable<T> task)
      throws Exception {
    return calls.run(
        call,
        domain,
        effect,
        running -> {
          if (!running.begin()) {
            throw new IllegalStateException("which nobody hears");
          }
          return task.call();
        });
  }

  private String hang() throws InterruptedException {
    release.await();
    return "late";
  }

  private Future<String> hangOn(Optional<UUID> domain, Effect effect) {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> future =
        callers.submit(() ->
            run(
                call(LONG),
                domain,
                effect,
                () -> {
                  begun.countDown();
                  return hang();
                }));
    try {
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return future;
  }

  @Test
  void runsOnADaemonThreadOfItsOwn() throws Exception {
    Thread thread = run(call(LONG), NO_DOMAIN, Effect.READ, Thread::currentThread);
    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).startsWith("kvmsdk-libvirt-");
  }

  @Test
  void whatTheTaskThrowsIsThrownWithBothStacks() {
    Callable<String> fails =
        () -> {
          throw new NativeFailure(NativeError.NONE, false);
        };
    NativeFailure failure =
        catchThrowableOfType(
            NativeFailure.class, () -> run(call(LONG), NO_DOMAIN, Effect.READ, fails));
    assertThat(failure.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("whatTheTaskThrowsIsThrownWithBothStacks"))
        .anyMatch(frame -> frame.getClassName().equals(Thread.class.getName()));
  }

  @Test
  void aChangeThatHangsIsOfUnknownOutcomeAtTheDeadline() {
    long begin = System.nanoTime();
    TimedOutException late =
        catchThrowableOfType(
            TimedOutException.class, () -> run(call(SHORT), NO_DOMAIN, Effect.CHANGE, this::hang));
    assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(late.operation()).isEqualTo("test.call");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT, LONG);
  }

  @Test
  void aReadThatHangsHasChangedNothing() {
    assertThatThrownBy(() -> run(call(SHORT), NO_DOMAIN, Effect.READ, this::hang))
        .isInstanceOfSatisfying(
            TimedOutException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED));
  }

  @Test
  void aDeadlineThatHasPassedBeginsNothing() {
    Call past = new Call("test.call", "x", Deadline.after(Duration.ofNanos(1)));
    Awaitility.await().until(past.deadline()::isPast);
    boolean[] begun = {false};
    assertThatThrownBy(() -> run(past, NO_DOMAIN, Effect.CHANGE, () -> begun[0] = true))
        .isInstanceOfSatisfying(
            TimedOutException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED));
    assertThat(begun[0]).isFalse();
  }

  @Test
  void whatIsGivenUpBeforeItIsBegunIsNeverBegun() throws Exception {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    assertThatThrownBy(() ->
            calls.run(
                call(SHORT),
                NO_DOMAIN,
                Effect.CHANGE,
                running -> {
                  release.await(); // as long as a connection takes to be opened
                  begun.complete(running.begin());
                  return "";
                }))
        .isInstanceOfSatisfying(
            TimedOutException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED));
    release.countDown();
    assertThat(begun.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void whatIsRefusedBeforeItIsBegunSaysWhy() throws Exception {
    CompletableFuture<NativeCalls.Running> ticket = new CompletableFuture<>();
    Future<String> future =
        callers.submit(() ->
            calls.<String>run(
                call(LONG),
                NO_DOMAIN,
                Effect.CHANGE,
                running -> {
                  ticket.complete(running);
                  return hang();
                }));
    ticket.get().refuse(new NoLink());
    assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(NoLink.class);
    assertThat(ticket.get().begin()).isFalse();
  }

  @Test
  void oneStuckDomainLeavesTheOthersAlone() throws Exception {
    Optional<UUID> stuck = Optional.of(UUID.randomUUID());
    for (int i = 0; i < Places.PER_DOMAIN; i++) {
      assertThat(hangOn(stuck, Effect.CHANGE)).isNotDone();
    }
    boolean[] begun = {false};
    HypervisorException refused =
        catchThrowableOfType(
            TimedOutException.class,
            () -> run(call(SHORT), stuck, Effect.CHANGE, () -> begun[0] = true));
    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(refused).hasMessageContaining("other calls on this domain");
    assertThat(begun[0]).isFalse();
    for (int i = 0; i < 100; i++) {
      Optional<UUID> other = Optional.of(UUID.randomUUID());
      assertThat(this.<String>run(call(LONG), other, Effect.READ, () -> "fine")).isEqualTo("fine");
    }
    assertThat(this.<String>run(call(LONG), stuck, Effect.RESCUE, () -> "destroyed"))
        .isEqualTo("destroyed");
  }

  @Test
  void aCallThatHangsKeepsItsPlaceAfterItsCallerLeft() {
    Optional<UUID> stuck = Optional.of(UUID.randomUUID());
    for (int i = 0; i < Places.PER_DOMAIN; i++) {
      assertThatThrownBy(() -> run(call(SHORT), stuck, Effect.READ, this::hang))
          .hasMessageContaining("did not answer");
    }
    assertThatThrownBy(() -> run(call(SHORT), stuck, Effect.READ, this::hang))
        .hasMessageContaining("was not begun");
    release.countDown();
    assertThatCodeWorks(stuck);
  }

  private void assertThatCodeWorks(Optional<UUID> domain) {
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(this.<String>run(call(LONG), domain, Effect.READ, () -> "fine"))
                .isEqualTo("fine"));
  }

  @Test
  void allPlacesTakenIsATimeoutToo() throws Exception {
    for (int i = 0; i < Places.ALL; i++) {
      assertThat(hangOn(Optional.of(UUID.randomUUID()), Effect.CHANGE)).isNotDone();
    }
    assertThatThrownBy(() -> run(call(SHORT), NO_DOMAIN, Effect.READ, () -> "x"))
        .isInstanceOf(TimedOutException.class)
        .hasMessageContaining("all places");
    assertThat(
            this.<String>run(
                call(LONG), Optional.of(UUID.randomUUID()), Effect.RESCUE, () -> "destroyed"))
        .isEqualTo("destroyed");
  }

  @Test
  void threadsAreFewHoweverManyCall() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(
          callers.submit(() ->
              run(
                  call(LONG),
                  Optional.of(UUID.randomUUID()),
                  Effect.READ,
                  () -> {
                    threads.add(Thread.currentThread());
                    return "fine";
                  })));
    }
    for (Future<String> each : all) {
      assertThat(each.get()).isEqualTo("fine");
    }
    assertThat(threads).hasSizeLessThanOrEqualTo(2 * Places.ALL);
  }

  @Test
  void anInterruptedCallerLeavesWithItsFlagSet() throws Exception {
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<HypervisorException> thrown = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller =
        new Thread(() -> {
          try {
            run(
                call(LONG),
                NO_DOMAIN,
                Effect.CHANGE,
                () -> {
                  begun.countDown();
                  return hang();
                });
          } catch (HypervisorException e) {
            flag.complete(Thread.currentThread().isInterrupted());
            thrown.complete(e);
          } catch (Exception e) {
            thrown.completeExceptionally(e);
          }
        });
    caller.start();
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
    assertThat(thrown.get().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(flag.get()).isTrue();
  }

  @Test
  void closingTellsWhoWaitsForAnAnswerAndWhoWaitsForAPlace() throws Exception {
    Optional<UUID> domain = Optional.of(UUID.randomUUID());
    Future<String> runs = hangOn(domain, Effect.CHANGE);
    assertThat(hangOn(domain, Effect.CHANGE)).isNotDone();
    Future<String> waits =
        callers.submit(() -> run(call(LONG), domain, Effect.CHANGE, () -> "never"));
    Awaitility.await().until(() -> isWaitingForAPlace(waits));
    calls.close();
    assertLost(runs, Outcome.UNKNOWN);
    assertLost(waits, Outcome.NOT_APPLIED);
    assertThatThrownBy(() -> run(call(LONG), NO_DOMAIN, Effect.READ, () -> "never"))
        .isInstanceOf(ConnectionLostException.class);
    assertThat(calls.awaitEnd(Deadline.after(SHORT))).as("one still hangs").isFalse();
  }

  private static boolean isWaitingForAPlace(Future<String> future) {
    return !future.isDone()
        && Thread.getAllStackTraces().values().stream()
            .anyMatch(stack ->
                java.util.Arrays.stream(stack)
                    .anyMatch(f -> f.getClassName().equals(Places.class.getName())));
  }

  private static void assertLost(Future<String> future, Outcome outcome) {
    assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ConnectionLostException.class, e -> assertThat(e.outcome()).isEqualTo(outcome));
  }

  @Test
  void nothingIsKeptOfDomainsThatNobodyCalls() throws Exception {
    Places places = new Places();
    for (int i = 0; i < 1000; i++) {
      Runnable back = places.take(call(LONG), Optional.of(UUID.randomUUID()), Effect.READ);
      assertThat(places.domains()).isEqualTo(1);
      back.run();
    }
    assertThat(places.domains()).isZero();
  }
}
