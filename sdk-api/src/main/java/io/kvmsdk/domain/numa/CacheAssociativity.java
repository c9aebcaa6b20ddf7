package io.kvmsdk.domain.numa;

/**
 * Where in a memory-side cache an address can be. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CacheAssociativity(String value) {

  /** Nothing is said of it. */
  public static final CacheAssociativity NONE = new CacheAssociativity("none");

  /** At one place. */
  public static final CacheAssociativity DIRECT = new CacheAssociativity("direct");

  /** At any place. */
  public static final CacheAssociativity FULL = new CacheAssociativity("full");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
