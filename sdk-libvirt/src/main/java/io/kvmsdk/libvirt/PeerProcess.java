package io.kvmsdk.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Who listens on a unix socket; the JDK tells its user, not its process. */
final class PeerProcess {

  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM_NONBLOCK_CLOEXEC = 1 | 0x800 | 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PEERCRED = 17;
  private static final int PATH_OFFSET = 2;
  private static final int ADDRESS_LENGTH = 110;
  private static final int UCRED_LENGTH = 12;

  /** What is used of the C library. */
  interface C extends Library {
    int socket(int domain, int type, int protocol);

    int connect(int socket, byte[] address, int length);

    int getsockopt(int socket, int level, int option, byte[] value, IntByReference length);

    int close(int descriptor);
  }

  private PeerProcess() {}

  /** The process that listens on that socket, if it can be told. */
  static Optional<Integer> listeningOn(String path) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (!Platform.isLinux() || name.length >= ADDRESS_LENGTH - PATH_OFFSET) {
      return Optional.empty();
    }
    C c = Native.load("c", C.class);
    int socket = c.socket(AF_UNIX, SOCK_STREAM_NONBLOCK_CLOEXEC, 0);
    if (socket < 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
      address.putShort((short) AF_UNIX).put(name);
      byte[] credentials = new byte[UCRED_LENGTH];
      boolean told =
          c.connect(socket, address.array(), ADDRESS_LENGTH) == 0
              && c.getsockopt(
                      socket,
                      SOL_SOCKET,
                      SO_PEERCRED,
                      credentials,
                      new IntByReference(UCRED_LENGTH))
                  == 0;
      int pid = ByteBuffer.wrap(credentials).order(ByteOrder.nativeOrder()).getInt();
      return told && pid > 0 ? Optional.of(pid) : Optional.empty();
    } finally {
      c.close(socket);
    }
  }
}
