package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * QEMU's version as its greeting tells it.
 *
 * @param major such as 7
 * @param minor such as 2
 * @param micro such as 22; from 50 on it is a development version of the next minor
 * @param packaged what the distribution adds, such as {@code Debian 1:7.2+dfsg-7+deb12u18}; may be
 *     empty
 */
public record QmpVersion(int major, int minor, int micro, String packaged)
    implements Comparable<QmpVersion> {

  /** Reads {@code {"qemu": {"major": 7, ...}, "package": "..."}}, as greeting and query-version. */
  static QmpVersion decode(JsonNode version) {
    JsonNode qemu = version.path("qemu");
    return new QmpVersion(
        qemu.path("major").asInt(),
        qemu.path("minor").asInt(),
        qemu.path("micro").asInt(),
        version.path("package").asText(""));
  }

  /** Whether this is {@code major.minor} or later. */
  public boolean isAtLeast(int major, int minor) {
    return this.major != major ? this.major > major : this.minor >= minor;
  }

  @Override
  public int compareTo(QmpVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
  }

  /** Such as {@code 7.2.22}. */
  @Override
  public String toString() {
    return major + "." + minor + "." + micro;
  }
}
