package io.kvmsdk.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.libvirt.jna.Libvirt.VirFreeCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Callbacks that libvirt may call. JNA frees the native side of a callback that is garbage on the
 * Java side, and the next call would crash the JVM: they are held here until libvirt says by its
 * free callback that it has forgotten them.
 */
final class Callbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final Map<Long, Callback> HELD = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Given to libvirt beside each callback. */
  static final VirFreeCallback FREE = opaque -> drop(opaque);

  private Callbacks() {}

  /** Holds one; returns what libvirt is to be given as {@code opaque}. */
  static Pointer hold(Callback callback) {
    long number = NUMBERS.incrementAndGet();
    HELD.put(number, callback);
    return Pointer.createConstant(number);
  }

  /** Lets go of one that libvirt has forgotten, or did not take. */
  static void drop(Pointer opaque) {
    HELD.remove(Pointer.nativeValue(opaque));
  }

  /** How many are held. */
  static int held() {
    return HELD.size();
  }

  /** Runs what a callback does; nothing is ever thrown into native code. */
  static void guard(Runnable body) {
    try {
      body.run();
    } catch (Throwable e) {
      LOG.error("a callback of libvirt's failed", e);
    }
  }
}
