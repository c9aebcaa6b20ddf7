package io.kvmsdk.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of QEMU or libvirt. */
public record Version(int major, int minor, int micro) implements Comparable<Version> {

  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  /** The first {@code major.minor[.micro]} in {@code text}, such as QEMU's own line. */
  public static Version parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.find()) {
      throw new IllegalArgumentException(
          "no version in '" + text + "'; expected something like 7.2.22");
    }
    String micro = m.group(3);
    return new Version(
        Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(2)),
        micro == null ? 0 : Integer.parseInt(micro));
  }

  /** The version that libvirt codes as {@code major * 1000000 + minor * 1000 + micro}. */
  public static Version ofLibvirt(long code) {
    return new Version(
        (int) (code / 1_000_000), (int) (code / 1_000 % 1_000), (int) (code % 1_000));
  }

  /** Whether this is {@code major.minor} or later. */
  public boolean atLeast(int otherMajor, int otherMinor) {
    return compareTo(new Version(otherMajor, otherMinor, 0)) >= 0;
  }

  @Override
  public int compareTo(Version o) {
    int c = Integer.compare(major, o.major);
    c = c != 0 ? c : Integer.compare(minor, o.minor);
    return c != 0 ? c : Integer.compare(micro, o.micro);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + micro;
  }
}
