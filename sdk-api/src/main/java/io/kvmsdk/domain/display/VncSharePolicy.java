package io.kvmsdk.domain.display;

/**
 * Who may look at a VNC console at the same time. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VncSharePolicy(String value) {

  /** Several, if all of them ask for it; one that asks to be alone drops the others. */
  public static final VncSharePolicy ALLOW_EXCLUSIVE = new VncSharePolicy("allow-exclusive");

  /** Several; one that asks to be alone is refused. */
  public static final VncSharePolicy FORCE_SHARED = new VncSharePolicy("force-shared");

  /** Everybody, whatever they ask for. */
  public static final VncSharePolicy IGNORE = new VncSharePolicy("ignore");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
