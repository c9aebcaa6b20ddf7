package io.kvmsdk.domain.disk.source;

/**
 * What to do when a disk's source is not there. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record StartupPolicy(String value) {

  /** Refuse; what is meant where nothing is said. */
  public static final StartupPolicy MANDATORY = new StartupPolicy("mandatory");

  /** Refuse at a start, drop the source at a migration or restore. */
  public static final StartupPolicy REQUISITE = new StartupPolicy("requisite");

  /** Drop the source. */
  public static final StartupPolicy OPTIONAL = new StartupPolicy("optional");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
