package io.kvmsdk.xml;

/**
 * A value that is a whole document of libvirt's, such as a domain, a network or the capabilities of
 * a host. Immutable and thread-safe.
 */
public interface Document {

  /** What the document says beyond what has a name in the model. */
  Extras extras();

  /** The document, with all that was read. */
  String toXml();
}
