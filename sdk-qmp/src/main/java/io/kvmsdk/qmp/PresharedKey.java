package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** A user's name and a key that both sides know. */
final class PresharedKey extends TlsCredentials {

  private interface Key {
    byte[] read() throws IOException;
  }

  private final String user;
  private final String from;
  private final Key key;

  private PresharedKey(String user, String from, Key key) {
    if (user.isEmpty() || user.indexOf(':') >= 0 || user.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("user is not empty and has no colon: " + user);
    }
    this.user = user;
    this.from = from;
    this.key = key;
  }

  static PresharedKey of(String user, byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("key is empty");
    }
    byte[] copy = key.clone();
    return new PresharedKey(user, "", () -> copy);
  }

  static PresharedKey in(Path file, String user) {
    return new PresharedKey(user, " in " + file, () -> find(file, user));
  }

  /** No error shows what is in the file. */
  private static byte[] find(Path file, String user) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new EndpointException("there is no " + file, e);
    } catch (AccessDeniedException e) {
      throw new EndpointException("this user may not read " + file, e);
    }
    String start = user + ":";
    for (String line : lines) {
      if (line.startsWith(start)) {
        try {
          byte[] found = HexFormat.of().parseHex(line.substring(start.length()).strip());
          if (found.length > 0) {
            return found;
          }
        } catch (IllegalArgumentException e) {
          // Its message would show the key.
        }
        throw new EndpointException(
            "the key of %s in %s is not hexadecimal digits".formatted(user, file));
      }
    }
    throw new EndpointException("%s has no line for %s".formatted(file, user));
  }

  @Override
  TlsRecords records(String serverName, int port) throws IOException {
    try {
      return new PskRecords(user, key.read());
    } catch (NoClassDefFoundError e) {
      throw new EndpointException(
          "TLS with a pre-shared key needs org.bouncycastle:bctls-jdk18on on the class or module path,"
              + " for the JDK's TLS has no such keys; or use certificates",
          e);
    }
  }

  @Override
  public String toString() {
    return "the pre-shared key of " + user + from;
  }
}
