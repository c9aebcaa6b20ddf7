package io.kvmsdk.libvirt;

import com.sun.jna.Pointer;

/**
 * A {@code virError}.
 *
 * @param code its {@code virErrorNumber}
 * @param domain the part of libvirt that raised it, a {@code virErrorDomain}
 * @param message for people, in the daemon's language
 * @param errno for {@code VIR_ERR_SYSTEM_ERROR} the system's error number, else of no meaning
 */
record NativeError(int code, int domain, String message, int errno) {

  static final int CODE_OFFSET = 0;
  static final int DOMAIN_OFFSET = 4;
  static final int MESSAGE_OFFSET = 8;
  static final int INT1_OFFSET = 64;

  static final NativeError NONE = new NativeError(0, 0, "libvirt gave no reason", 0);

  /** Copies a {@code virError} on a 64-bit system. */
  static NativeError read(Pointer error) {
    Pointer text = error.getPointer(MESSAGE_OFFSET);
    return new NativeError(
        error.getInt(CODE_OFFSET),
        error.getInt(DOMAIN_OFFSET),
        text == null ? NONE.message : text.getString(0, "UTF-8"),
        error.getInt(INT1_OFFSET));
  }

  /** The code's name in {@code virterror.h}. */
  String codeName() {
    return ErrorCodes.name(code);
  }

  boolean is(int... codes) {
    for (int each : codes) {
      if (code == each) {
        return true;
      }
    }
    return false;
  }
}
