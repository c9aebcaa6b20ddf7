package io.kvmsdk.documents;

import io.kvmsdk.xml.XmlElement;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of documents made from a schema what it allows only because it does not look at two
 * places at once: the source of a character device has what its kind has, and one of two ways to
 * name a thread is enough.
 */
final class Meaning {

  private static final Set<String> CHARACTER_DEVICES =
      Set.of("serial", "parallel", "console", "channel", "redirdev", "smartcard", "backend");

  /** What the sources of each kind have. */
  private static final Map<String, Set<String>> SOURCES =
      Map.ofEntries(
          Map.entry("dev", Set.of("path", "seclabel")),
          Map.entry("file", Set.of("path", "append", "seclabel")),
          Map.entry("pipe", Set.of("path", "seclabel")),
          Map.entry("pty", Set.of("path", "seclabel")),
          Map.entry("unix", Set.of("mode", "path", "reconnect", "seclabel")),
          Map.entry("tcp", Set.of("mode", "host", "service", "tls", "reconnect")),
          Map.entry("udp", Set.of("mode", "host", "service")),
          Map.entry("spiceport", Set.of("channel")),
          Map.entry("dbus", Set.of("channel")),
          Map.entry("nmdm", Set.of("master", "slave")),
          Map.entry("qemu-vdagent", Set.of("clipboard", "mouse")));

  private static final Set<String> SEVERAL = Set.of("tcp", "udp");

  private Meaning() {}

  static XmlElement of(XmlElement element) {
    boolean threads = element.child("iothreads").isPresent();
    XmlElement kept =
        element.namespace().isEmpty()
            ? XmlElement.of(element.name())
            : XmlElement.of("n", element.namespace(), element.name());
    for (String name : element.attributeNames()) {
      if (!threads || !name.equals("iothread")) {
        kept = kept.withAttribute(name, element.attribute(name).orElseThrow());
      }
    }
    if (!element.text().isEmpty()) {
      kept = kept.withText(element.text());
    }
    // A random number generator's backend has a model, a TPM's has none.
    boolean device =
        CHARACTER_DEVICES.contains(element.name())
            && (!element.name().equals("backend") || element.attribute("model").isPresent());
    String kind = element.attribute("type").orElse("");
    boolean first = true;
    for (XmlElement child : element.children()) {
      if (child.namespace().startsWith("urn:")) {
        kept = kept.withChild(child);
      } else if (!device || !child.name().equals("source")) {
        kept = kept.withChild(of(child));
      } else if (first || SEVERAL.contains(kind)) {
        kept = kept.withChild(source(of(child), SOURCES.getOrDefault(kind, Set.of())));
        first = false;
      }
    }
    return kept;
  }

  private static XmlElement source(XmlElement source, Set<String> has) {
    XmlElement kept = XmlElement.of("source");
    for (String name : source.attributeNames()) {
      if (has.contains(name)) {
        kept = kept.withAttribute(name, source.attribute(name).orElseThrow());
      }
    }
    for (XmlElement child : source.children()) {
      if (has.contains(child.name())) {
        kept = kept.withChild(child);
      }
    }
    return kept;
  }
}
