package io.kvmsdk.qmp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What JDK 17 cannot say of threads, and what closing needs of them. */
final class Threads {

  private static final @Nullable MethodHandle IS_VIRTUAL = isVirtual();

  private Threads() {}

  /** {@code Thread.isVirtual()} of JDK 21. */
  private static @Nullable MethodHandle isVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null; // an older JDK, which has none
    }
  }

  /** Whether a thread holds up others when it waits in a selector. */
  static boolean isVirtual(Thread thread) {
    if (IS_VIRTUAL == null) {
      return false;
    }
    try {
      return (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  interface Waiting {
    void await() throws InterruptedException;
  }

  /** What is closed must be closed, also by a thread that is being interrupted. */
  static void uninterruptibly(Waiting waiting) {
    boolean interrupted = false;
    while (true) {
      try {
        waiting.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
