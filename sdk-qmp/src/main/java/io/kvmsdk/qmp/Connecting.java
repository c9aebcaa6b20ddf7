package io.kvmsdk.qmp;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.AccessDeniedException;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.HypervisorException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Connects, and says in words what stands in the way. */
final class Connecting {

  /** What {@code sun_path} holds on Linux, without its closing zero. */
  static final int LONGEST_SOCKET_PATH = 107;

  private Connecting() {}

  static Wire connect(Call call, QmpEndpoint endpoint, QmpOptions options, Wire.Sink sink) {
    try {
      return Wire.connect(
          endpoint.connector(),
          call.deadline(),
          Math.toIntExact(options.maxMessage().bytes()),
          sink);
    } catch (InterruptedException e) {
      throw cancelled(call);
    } catch (IOException e) {
      throw explain(call, endpoint.address(), e);
    }
  }

  static HypervisorException cancelled(Call call) {
    Thread.currentThread().interrupt();
    return new CancelledException(call.context(), "interrupted while connecting");
  }

  private static HypervisorException explain(
      Call call, @Nullable SocketAddress address, IOException e) {
    if (address instanceof UnixDomainSocketAddress unix) {
      Path path = unix.getPath();
      int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
      if (length > LONGEST_SOCKET_PATH) {
        return new ConnectFailedException(
            call.context(),
            "the path has %d bytes, and a unix socket's has at most %d; use a shorter or a relative one"
                .formatted(length, LONGEST_SOCKET_PATH),
            e);
      }
      return explain(call, path, e);
    }
    if (address == null || e.getCause() instanceof EndpointException) {
      return new ConnectFailedException(call.context(), String.valueOf(e.getMessage()), e);
    }
    return new ConnectFailedException(
        call.context(), e.getMessage() + "; does QEMU listen there, and may it be reached?", e);
  }

  private static HypervisorException explain(Call call, Path path, IOException e) {
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (file.isDirectory() || file.isRegularFile()) {
        return new ConnectFailedException(
            call.context(), "this is a file, not a socket; name the socket that QEMU made", e);
      }
    } catch (java.nio.file.AccessDeniedException denied) {
      return new AccessDeniedException(
          call.context(), "this user may not enter the socket's folder", denied);
    } catch (IOException missing) {
      return new ConnectFailedException(
          call.context(),
          "there is no such socket; start QEMU with it (-qmp unix:PATH,server=on,wait=off), or name"
              + " the right one",
          e);
    }
    if (!Files.isWritable(path)) {
      return new AccessDeniedException(
          call.context(), "this user may not write to the socket; run as its owner", e);
    }
    return new ConnectFailedException(
        call.context(),
        e.getMessage()
            + "; the process that made the socket has ended, or it serves another client and takes no"
            + " more",
        e);
  }
}
