package io.kvmsdk.domain.disk;

/**
 * How the BIOS translates the geometry of a disk. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record GeometryTranslation(String value) {

  /** As it finds best. */
  public static final GeometryTranslation AUTO = new GeometryTranslation("auto");

  /** Not at all. */
  public static final GeometryTranslation NONE = new GeometryTranslation("none");

  /** By logical block addresses. */
  public static final GeometryTranslation LBA = new GeometryTranslation("lba");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
