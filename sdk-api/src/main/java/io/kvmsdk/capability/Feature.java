package io.kvmsdk.capability;

/**
 * Something that a backend may or may not be able to do. Each subject names its own as constants,
 * such as {@code DiskFeatures.THROTTLE}.
 *
 * @param id a stable, dotted name such as {@code domain.disk.throttle}
 */
public record Feature(String id) {

  public Feature {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a feature has a name");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
