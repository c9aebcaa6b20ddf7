package io.kvmsdk.qmp.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one rule by which QEMU's names become Java's. A name is split at {@code -}, {@code _} and
 * {@code .}, and each part begins with a capital:
 *
 * <pre>
 * command   block_resize       BlockResize
 * type      StatusInfo         StatusInfo, as it is
 * event     BLOCK_JOB_READY    BlockJobReadyEvent
 * member    node-name          nodeName()
 * value     io_uring           IO_URING
 * arm       Netdev, vhost-user NetdevVhostUser
 * </pre>
 *
 * <p>A name that is taken (a word of Java's, a method of the class, another type, also one that
 * differs only in case) gets a trailing underscore, a constant that would begin with a digit a
 * leading one.
 */
public final class Naming {

  private static final Set<String> KEYWORDS =
      Set.of(
          """
          _ abstract assert boolean break byte case catch char class const continue default do \
          double else enum extends false final finally float for goto if implements import \
          instanceof int interface long native new null package private protected public return \
          short static strictfp super switch synchronized this throw throws transient true try \
          void volatile while\
          """
              .split(" "));

  private Naming() {}

  private static List<String> parts(String name) {
    return Arrays.stream(name.split("[-_.]")).filter(part -> !part.isEmpty()).toList();
  }

  private static String capital(String part) {
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }

  private static String camel(String name) {
    return parts(name).stream().map(Naming::capital).collect(Collectors.joining());
  }

  public static String command(String name) {
    return camel(name);
  }

  public static String event(String name) {
    return camel(name.toLowerCase(Locale.ROOT)) + "Event";
  }

  /** A type of QEMU's schema; {@code String} would hide Java's. */
  static String type(String name) {
    return free(name, Naming::isJavaLang);
  }

  private static boolean isJavaLang(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * An arm of a union.
   *
   * @param taken the types that there are, in lower case
   */
  static String arm(String union, String tag, Set<String> taken) {
    return free(union + camel(tag), name -> taken.contains(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * A method.
   *
   * @param taken the methods without parameters that the class has otherwise
   */
  public static String member(String name, Set<String> taken) {
    String camel = camel(name);
    String lower = isAbbreviation(name) ? camel.toLowerCase(Locale.ROOT) : uncapital(camel);
    return free(lower, n -> KEYWORDS.contains(n) || taken.contains(n));
  }

  private static boolean isAbbreviation(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static String uncapital(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** What adds one value to a list. */
  static String adder(String name) {
    return "add" + camel(name);
  }

  static String constant(String value) {
    String name = value.replaceAll("[-.]", "_").toUpperCase(Locale.ROOT);
    return Character.isDigit(name.charAt(0)) ? "_" + name : free(name, "TYPE"::equals);
  }

  private interface Taken {
    boolean is(String name);
  }

  private static String free(String name, Taken taken) {
    return taken.is(name) ? name + "_" : name;
  }
}
