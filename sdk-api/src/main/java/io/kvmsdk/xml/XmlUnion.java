package io.kvmsdk.xml;

/**
 * How a value is read and written whose kind stands in an attribute of one element and the rest in
 * a child of it, such as a disk's type and its {@code <source>}. Immutable and thread-safe.
 *
 * @param <T> the value
 */
public abstract class XmlUnion<T> {

  /** For the one instance of a union. */
  protected XmlUnion() {}

  /** Reads the value out of the element that has the attribute and the child. */
  protected abstract T read(XmlIn in);

  /** Writes the child; the attribute is written by the element's own type, before its content. */
  protected abstract void write(T value, XmlOut out);
}
