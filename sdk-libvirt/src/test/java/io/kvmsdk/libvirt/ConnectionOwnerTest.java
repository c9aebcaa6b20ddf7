package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionOwnerTest {

  private final AtomicInteger freed = new AtomicInteger();
  private final ConnectionOwner owner = new ConnectionOwner(freed::incrementAndGet);

  @Test
  void isFreedAtOnceWhenNobodyIsInside() {
    owner.close();
    assertThat(freed).hasValue(1);
    assertThat(owner.enter()).isFalse();
    owner.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void isFreedByTheLastToLeave() {
    assertThat(owner.enter()).isTrue();
    assertThat(owner.enter()).isTrue();
    owner.close();
    assertThat(owner.users()).isEqualTo(2);
    assertThat(owner.enter()).isFalse();
    owner.leave();
    assertThat(freed).hasValue(0);
    owner.leave();
    assertThat(freed).hasValue(1);
    owner.close();
    assertThat(freed).hasValue(1);
  }

  @Test
  void nobodyIsInsideWhenItIsFreed() throws Exception {
    for (int round = 0; round < 200; round++) {
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger insideWhenFreed = new AtomicInteger(-1);
      ConnectionOwner each =
          new ConnectionOwner(() -> insideWhenFreed.compareAndSet(-1, inside.get()));
      CountDownLatch go = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        all.add(
            threads.submit(() -> {
              go.await();
              while (each.enter()) {
                inside.incrementAndGet();
                assertThat(insideWhenFreed).hasValue(-1);
                inside.decrementAndGet();
                each.leave();
              }
              return null;
            }));
      }
      all.add(
          threads.submit(() -> {
            go.await();
            Thread.onSpinWait();
            each.close();
            return null;
          }));
      go.countDown();
      for (Future<?> one : all) {
        one.get();
      }
      threads.shutdown();
      assertThat(insideWhenFreed).hasValue(0);
    }
  }
}
