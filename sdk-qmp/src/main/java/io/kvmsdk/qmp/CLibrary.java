package io.kvmsdk.qmp;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What the JDK does not do: opening a file to a number, and sending such a number. Nothing else
 * sees JNA; only {@link Descriptors} may see this. Constants and layouts are those of Linux on
 * 64-bit processors.
 */
final class CLibrary {

  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;

  // struct msghdr, struct iovec, struct cmsghdr with one int, in one piece of memory; see unix(7).
  private static final int VECTOR = 56;
  private static final int CONTROL = VECTOR + 16;
  private static final int CONTROL_SPACE = 24;
  private static final int CONTROL_LENGTH = 20;
  private static final int DATA = CONTROL + CONTROL_SPACE;

  /** What is used of the C library. */
  interface C extends Library {
    int open(String path, int flags, Object... mode) throws LastErrorException;

    int fcntl(int descriptor, int command, Object... argument) throws LastErrorException;

    long sendmsg(int socket, Pointer message, int flags) throws LastErrorException;

    int close(int descriptor);

    String strerror(int error);
  }

  private static final C LIBRARY =
      Native.load("c", C.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

  private CLibrary() {}

  /** The processor's pointers have that many bytes; also what loads the library. */
  static int pointerSize() {
    return Native.POINTER_SIZE;
  }

  /**
   * Opens without waiting: whoever opens a named pipe would wait for its other end. QEMU gets it as
   * if it had been opened the usual way.
   */
  static int open(String path, int access) throws SystemException {
    try {
      int number = LIBRARY.open(path, access | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
      try {
        int flags = LIBRARY.fcntl(number, F_GETFL);
        int unused = LIBRARY.fcntl(number, F_SETFL, flags & ~O_NONBLOCK);
        return number;
      } catch (LastErrorException e) {
        close(number);
        throw e;
      }
    } catch (LastErrorException e) {
      throw new SystemException(LIBRARY.strerror(e.getErrorCode()));
    }
  }

  static void close(int number) {
    int unused = LIBRARY.close(number);
  }

  /**
   * Sends what the socket takes now, at most {@code most} bytes.
   *
   * @return how many; with 0 the descriptor has not gone either
   */
  static int send(int socket, ByteBuffer from, int most, int descriptor) throws SystemException {
    byte[] bytes = new byte[Math.min(from.remaining(), most)];
    from.duplicate().get(bytes);
    try (Memory memory = new Memory(DATA + bytes.length)) {
      memory.clear(DATA);
      memory.write(DATA, bytes, 0, bytes.length);
      memory.setPointer(16, memory.share(VECTOR));
      memory.setLong(24, 1);
      memory.setPointer(32, memory.share(CONTROL));
      memory.setLong(40, CONTROL_SPACE);
      memory.setPointer(VECTOR, memory.share(DATA));
      memory.setLong(VECTOR + 8, bytes.length);
      memory.setLong(CONTROL, CONTROL_LENGTH);
      memory.setInt(CONTROL + 8, SOL_SOCKET);
      memory.setInt(CONTROL + 12, SCM_RIGHTS);
      memory.setInt(CONTROL + 16, descriptor);
      int sent = send(socket, memory);
      from.position(from.position() + sent);
      return sent;
    }
  }

  private static int send(int socket, Pointer message) throws SystemException {
    while (true) {
      try {
        return Math.toIntExact(LIBRARY.sendmsg(socket, message, MSG_DONTWAIT | MSG_NOSIGNAL));
      } catch (LastErrorException e) {
        if (e.getErrorCode() == EAGAIN) {
          return 0;
        }
        if (e.getErrorCode() != EINTR) {
          throw new SystemException(LIBRARY.strerror(e.getErrorCode()));
        }
      }
    }
  }
}
