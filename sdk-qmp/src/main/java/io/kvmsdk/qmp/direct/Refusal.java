package io.kvmsdk.qmp.direct;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.UnsupportedFeatureException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the direct backend says no to a part of a definition, before anything is started. */
final class Refusal {

  static final String USE_LIBVIRT = "leave it out, or connect to libvirt";

  private static final Pattern INDEX_OR_AT = Pattern.compile("\\[[^]]*]|@|\\(\\)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+-]+");

  private Refusal() {}

  /**
   * That a definition asks for what cannot be had from QEMU this way.
   *
   * @param path where, such as {@code domain/devices/disk[2]/driver/@io}
   * @param reason what stands in the way
   * @param remedy what the reader can do about it
   */
  static UnsupportedFeatureException unsupported(String path, String reason, String remedy) {
    Matcher noise = INDEX_OR_AT.matcher(path);
    Feature feature = new Feature(noise.replaceAll("").replace('/', '.'));
    return new UnsupportedFeatureException(
        ErrorContext.of("definition", path), feature, new Support.No(reason, remedy));
  }

  /** That a definition says what QEMU has no counterpart for. */
  static UnsupportedFeatureException unknown(String path, Object value, String known) {
    return unsupported(
        path, "the direct backend does not know '" + value + "'", "use " + known + ", or libvirt");
  }

  /** That a definition says what cannot be. */
  static InvalidDefinitionException invalid(String path, Object value, String expected) {
    return new InvalidDefinitionException(path, String.valueOf(value), expected);
  }

  /** A name that QEMU takes in a place where it has no way to quote, such as a CPU model. */
  static String word(String path, String value) {
    if (!WORD.matcher(value).matches()) {
      throw invalid(path, value, "a name of letters, digits and . _ + - as QEMU knows it");
    }
    return value;
  }

  /** A whole number, decimal or hexadecimal. */
  static long number(String path, String value) {
    try {
      String text = value.strip().toLowerCase(Locale.ROOT);
      return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw invalid(path, value, "a whole number of 64 bits");
    }
  }

  /** A path on the host; QEMU runs in the machine's own folder, where a relative one would lead. */
  static String absolute(String path, String file) {
    if (!file.startsWith("/")) {
      throw invalid(path, file, "an absolute path");
    }
    return file;
  }
}
