package io.kvmsdk.libvirt;

/** A native call failed; turned into one of the API's errors before it reaches a user. */
final class NativeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient NativeError error;
  private final boolean connectionLost;

  NativeFailure(NativeError error, boolean connectionLost) {
    super(error.codeName() + ": " + error.message());
    this.error = error;
    this.connectionLost = connectionLost;
  }

  NativeError error() {
    return error;
  }

  /** Whether the connection was dead right after the call. */
  boolean connectionLost() {
    return connectionLost;
  }

  boolean is(int... codes) {
    return error.is(codes);
  }
}
