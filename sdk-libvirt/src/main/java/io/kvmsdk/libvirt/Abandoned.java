package io.kvmsdk.libvirt;

import java.lang.ref.Cleaner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what nobody has closed and nobody can any more. A safety net, and not a way to do it. */
final class Abandoned {

  private static final Logger LOG = LoggerFactory.getLogger(Abandoned.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private Abandoned() {}

  /**
   * Closes {@code session} when {@code calls} is garbage; does nothing if it was closed by then.
   *
   * @param calls what every handle leads to, and nothing that the session leads to
   */
  static void closeLater(LibvirtCalls calls, Session session) {
    CLEANER.register(
        calls,
        () -> {
          if (session.isOpen()) {
            LOG.warn("{} was never closed; it is closed now, by chance", session);
            session.close();
          }
        });
  }
}
