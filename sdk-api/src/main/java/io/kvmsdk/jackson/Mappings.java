package io.kvmsdk.jackson;

import io.kvmsdk.xml.XmlMapping;
import org.jspecify.annotations.Nullable;

/** Finds how a type of the model is read and written: by the constant {@code XML} that it has. */
final class Mappings {

  private static final String ROOT = "io.kvmsdk.";

  private Mappings() {}

  /** The mapping of a type of the model, or of that of which it is an implementation. */
  @SuppressWarnings("unchecked")
  static @Nullable XmlMapping<Object> of(Class<?> type) {
    if (!type.getName().startsWith(ROOT)) {
      return null;
    }
    if (type.isInterface()) {
      return (XmlMapping<Object>) declared(type);
    }
    for (Class<?> implemented : type.getInterfaces()) {
      XmlMapping<Object> found = of(implemented);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable XmlMapping<?> declared(Class<?> type) {
    try {
      return type.getDeclaredField("XML").get(null) instanceof XmlMapping<?> mapping
          ? mapping
          : null;
    } catch (NoSuchFieldException | IllegalAccessException e) {
      return null;
    }
  }
}
