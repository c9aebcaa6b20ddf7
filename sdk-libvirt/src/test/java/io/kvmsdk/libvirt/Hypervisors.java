package io.kvmsdk.libvirt;

import static org.junit.jupiter.api.Assumptions.abort;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;

/** What of libvirt there is here; its absence skips a test, or fails it where it must be there. */
final class Hypervisors {

  private Hypervisors() {}

  /** libvirt's client library. */
  static void requireLibrary() {
    try {
      NativeLibrary.load(ErrorContext.of("test", "libvirt"));
    } catch (ConnectFailedException e) {
      missing(e.toString());
    }
  }

  /** The URI of a daemon that the tests may use. */
  static String daemon() {
    requireLibrary();
    String uri = System.getProperty("kvmsdk.libvirt.uri", "");
    if (uri.isEmpty()) {
      missing(
          "no libvirt daemon is named by -Dkvmsdk.libvirt.uri=URI (scripts/libvirtd starts one)");
    }
    return uri;
  }

  static void missing(String reason) {
    if (Boolean.getBoolean("kvmsdk.require.hypervisors")) {
      throw new AssertionError(reason);
    }
    abort(reason);
  }
}
