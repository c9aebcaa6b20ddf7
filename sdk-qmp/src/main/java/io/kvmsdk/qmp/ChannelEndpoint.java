package io.kvmsdk.qmp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** What somebody else connected. */
final class ChannelEndpoint extends QmpEndpoint {

  private interface Opening {
    Pipe open() throws IOException;
  }

  private final String name;
  private final Opening opening;
  private final AtomicBoolean used = new AtomicBoolean();

  private ChannelEndpoint(String name, Opening opening) {
    this.name = name;
    this.opening = opening;
  }

  static ChannelEndpoint of(ByteChannel channel) {
    Objects.requireNonNull(channel);
    return new ChannelEndpoint(
        "channel " + channel.getClass().getSimpleName(),
        channel instanceof SocketChannel socket
            ? () -> new SocketPipe(socket)
            : () -> PumpedPipe.over(channel));
  }

  static ChannelEndpoint of(InputStream in, OutputStream out, Closeable closer) {
    Objects.requireNonNull(in);
    Objects.requireNonNull(out);
    Objects.requireNonNull(closer);
    return new ChannelEndpoint("streams", () -> PumpedPipe.over(in, out, closer));
  }

  @Override
  Connector connector() {
    return deadline -> {
      if (!used.compareAndSet(false, true)) {
        throw new EndpointException(
            "it was connected to before, and such a channel serves one connection; open another, and"
                + " make an endpoint of that");
      }
      return opening.open();
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
