package io.kvmsdk.xml;

/** What reading a document does with elements, attributes and texts that are not modelled. */
public enum Strictness {

  /**
   * Keeps them in {@link Extras} of the element where they stand, and writes them again. This is
   * the default: a document of a newer libvirt is read, and nothing of it is lost.
   */
  LENIENT,

  /** Refuses the document, naming each of them by its path. */
  STRICT
}
