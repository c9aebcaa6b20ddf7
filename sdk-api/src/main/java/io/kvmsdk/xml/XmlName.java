package io.kvmsdk.xml;

/**
 * The name of an attribute that stands in a namespace. The prefix is how it was written, and no
 * part of the identity.
 */
record XmlName(String prefix, String namespace, String local) {

  @Override
  public boolean equals(Object other) {
    return other instanceof XmlName name
        && namespace.equals(name.namespace)
        && local.equals(name.local);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + local.hashCode();
  }

  @Override
  public String toString() {
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }
}
