package io.kvmsdk.libvirt;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's default event loop, on one daemon thread for the life of the process. It has to be
 * registered before the first connection is opened, and keepalive, callbacks and streams all hang
 * on its running for ever after; nothing of a user's runs on it.
 */
final class EventLoop {

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
  private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final ReentrantLock LOCK = new ReentrantLock();

  /** libvirt prints errors to stderr unless told otherwise; each is fetched after its call. */
  private static final LibvirtMore.ErrorCallback SILENCE = (userData, error) -> {};

  private static boolean started;

  private EventLoop() {}

  /** Starts it, the first time. */
  static void start(NativeLibrary library, ErrorContext context) {
    LOCK.lock();
    try {
      if (started) {
        return;
      }
      library.more().virSetErrorFunc(null, SILENCE);
      if (library.base().virInitialize() < 0 || library.base().virEventRegisterDefaultImpl() < 0) {
        NativeError error = library.lastError();
        throw new ConnectFailedException(
            context.withNativeCode(error.codeName()),
            "libvirt's event loop cannot be registered: " + error.message());
      }
      Thread thread = new Thread(() -> run(library), "kvmsdk-libvirt-events");
      thread.setDaemon(true);
      thread.start();
      started = true;
    } finally {
      LOCK.unlock();
    }
  }

  private static void run(NativeLibrary library) {
    while (true) {
      try {
        if (library.base().virEventRunDefaultImpl() < 0) {
          LOG.error("libvirt's event loop failed: {}", library.lastError().message());
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
        }
      } catch (RuntimeException | Error e) { // without it no connection lives on
        LOG.error("libvirt's event loop threw; it goes on", e);
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
      }
    }
  }
}
