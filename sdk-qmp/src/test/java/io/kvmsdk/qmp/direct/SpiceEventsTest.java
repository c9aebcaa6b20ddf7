package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.command.QuerySpice;
import io.kvmsdk.qmp.event.SpiceConnectedEvent;
import io.kvmsdk.qmp.event.SpiceDisconnectedEvent;
import io.kvmsdk.qmp.event.SpiceInitializedEvent;
import io.kvmsdk.qmp.type.NetworkAddressFamily;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of SPICE, brought about by a viewer that goes as far as its main channel. */
@Timeout(120)
class SpiceEventsTest extends EventTrial {

  /** The parts of SPICE's protocol: https://www.spice-space.org/spice-protocol.html, "Link". */
  private static final int KEY = 162;

  private static final int MAIN = 1;

  @ParameterizedTest
  @MethodSource(QEMUS)
  void whatAViewerDoes(Path binary) throws Exception {
    Path socket = temp.resolve("spice");
    try (LiveQemu qemu =
            new LiveQemu(
                binary, temp, "-spice", "unix=on,addr=" + socket + ",disable-ticketing=on");
        QmpClient client = qemu.connect(this::told)) {
      try (SocketChannel viewer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        viewer.connect(UnixDomainSocketAddress.of(socket));
        link(Channels.newInputStream(viewer), Channels.newOutputStream(viewer));
        assertThat(next(SpiceConnectedEvent.class).server().family())
            .isEqualTo(NetworkAddressFamily.UNIX);
        SpiceInitializedEvent initialized = next(SpiceInitializedEvent.class);
        assertThat(initialized.client().channelType()).isEqualTo(MAIN);
        assertThat(initialized.client().tls()).isFalse();
        assertThat(client.execute(QuerySpice.INSTANCE).channels()).isPresent();
      }
      next(SpiceDisconnectedEvent.class);
    }
  }

  private static void link(InputStream from, OutputStream to)
      throws IOException, GeneralSecurityException {
    ByteBuffer hello = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
    hello.put("REDQ".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(2).putInt(18);
    hello.putInt(0).put((byte) MAIN).put((byte) 0).putInt(0).putInt(0).putInt(18);
    to.write(hello.array());

    DataInputStream in = new DataInputStream(from);
    in.skipNBytes(12);
    byte[] reply = in.readNBytes(Integer.reverseBytes(in.readInt()));
    assertThat(ByteBuffer.wrap(reply).getInt()).as("error").isZero();
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(reply, 4, 4 + KEY)));
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, key);
    to.write(cipher.doFinal(new byte[1])); // the empty password
    assertThat(in.readInt()).as("error").isZero();
  }
}
