package io.kvmsdk.qmp;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** As much of DER as it takes to put the older forms of keys into the one that the JDK reads. */
final class Der {

  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int CURVE = 0xA0;

  private static final byte[] ZERO = {INTEGER, 1, 0};

  /** {@code rsaEncryption} and its NULL, RFC 8017, A.1. */
  private static final byte[] RSA = {
    6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0
  };

  /** {@code id-ecPublicKey}, RFC 5480, 2.1.1. */
  private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

  private final byte[] bytes;
  private int position;

  private Der(byte[] bytes) {
    this.bytes = bytes;
  }

  /** An {@code RSAPrivateKey} (RFC 8017, A.1.2) as PKCS #8. */
  static byte[] rsaAsPkcs8(byte[] key) {
    return element(SEQUENCE, ZERO, element(SEQUENCE, RSA), element(OCTETS, key));
  }

  /** An {@code ECPrivateKey} (RFC 5915) as PKCS #8, if it names its curve. */
  static Optional<byte[]> ecAsPkcs8(byte[] key) {
    try {
      Der inside = new Der(new Der(key).enter(SEQUENCE));
      inside.enter(INTEGER);
      inside.enter(OCTETS);
      byte[] curve = inside.enter(CURVE);
      return Optional.of(
          element(SEQUENCE, ZERO, element(SEQUENCE, EC, curve), element(OCTETS, key)));
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The content of the next element, which is of that kind. */
  private byte[] enter(int tag) {
    if ((bytes[position++] & 0xFF) != tag) {
      throw new IndexOutOfBoundsException("another element");
    }
    int length = bytes[position++] & 0xFF;
    if (length > 0x80) {
      int count = length - 0x80;
      length = 0;
      for (int i = 0; i < count; i++) {
        length = (length << 8) | (bytes[position++] & 0xFF);
      }
    }
    if (length < 0 || length > bytes.length - position) {
      throw new IndexOutOfBoundsException("cut off");
    }
    byte[] content = new byte[length];
    System.arraycopy(bytes, position, content, 0, length);
    position += length;
    return content;
  }

  private static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length < 0x80) {
      all.write(length);
    } else {
      int count = (39 - Integer.numberOfLeadingZeros(length)) / 8;
      all.write(0x80 | count);
      for (int i = count - 1; i >= 0; i--) {
        all.write(length >> (8 * i));
      }
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
