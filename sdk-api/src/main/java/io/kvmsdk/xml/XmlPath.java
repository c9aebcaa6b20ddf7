package io.kvmsdk.xml;

/** Where an element stands, as XPath says it, with an index where there are several of the name. */
final class XmlPath {

  private XmlPath() {}

  static String of(XmlNotes in) {
    XmlNotes parent = in.parent;
    return parent == null ? label(in) : of(parent) + "/" + of(parent, in);
  }

  /** The last step of the path of a child. */
  static String of(XmlNotes parent, XmlNotes child) {
    int index = 0;
    int several = 0;
    for (Object node : parent.content) {
      if (node instanceof XmlNotes other && other.isNamed(child.namespace, child.name)) {
        several++;
        if (other == child) {
          index = several;
        }
      }
    }
    return several > 1 ? label(child) + "[" + index + "]" : label(child);
  }

  private static String label(XmlNotes element) {
    return XmlText.clipped(
        element.prefix.isEmpty() ? element.name : element.prefix + ":" + element.name);
  }

  /** Whether {@code path} is {@code of} or lies under it. */
  static boolean isWithin(String path, String of) {
    return path.startsWith(of) && (path.length() == of.length() || path.charAt(of.length()) == '/');
  }
}
