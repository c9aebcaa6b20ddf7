package io.kvmsdk.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The namespaces that are declared where a writer stands. */
final class XmlScope {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** Prefixes and URIs in turn, the innermost last. */
  private final List<String> bindings = new ArrayList<>(0);

  /** How much to keep when the element that is current ends. */
  int size() {
    return bindings.size();
  }

  /** Forgets what an element declared that has ended. */
  void leave(int size) {
    while (bindings.size() > size) {
      bindings.remove(bindings.size() - 1);
    }
  }

  /** Writes declarations as they stood. */
  void declare(String[] pairs, StringBuilder to) {
    for (int i = 0; i < pairs.length; i += 2) {
      declare(pairs[i], pairs[i + 1], to);
    }
  }

  /** Sees to it that the prefix means the namespace. */
  void bind(String prefix, String namespace, StringBuilder to) {
    if (!lookUp(prefix).equals(namespace)) {
      declare(prefix, namespace, to);
    }
  }

  /**
   * The name as which to write an element: with the prefix that means its namespace here.
   *
   * @param wanted with the prefix to use where there is none
   * @param declared what the element itself declares
   */
  String element(String wanted, String namespace, String @Nullable [] declared) {
    int colon = wanted.indexOf(':');
    String local = wanted.substring(colon + 1);
    for (int i = 0; declared != null && i < declared.length; i += 2) {
      if (declared[i + 1].equals(namespace)) {
        return declared[i].isEmpty() ? local : declared[i] + ":" + local;
      }
    }
    for (int i = bindings.size() - 2; i >= 0; i -= 2) {
      String prefix = bindings.get(i);
      if (bindings.get(i + 1).equals(namespace) && lookUp(prefix).equals(namespace)) {
        return prefix.isEmpty() ? local : prefix + ":" + local;
      }
    }
    return wanted;
  }

  /** The name as which to write an attribute, whose namespace is declared now. */
  String attribute(XmlName name, StringBuilder to) {
    String prefix = name.prefix();
    if (!prefix.isEmpty() && lookUp(prefix).equals(name.namespace())) {
      return name.toString();
    }
    for (int i = 1; prefix.isEmpty() || !lookUp(prefix).isEmpty(); i++) {
      prefix = "ns" + i;
    }
    declare(prefix, name.namespace(), to);
    return prefix + ":" + name.local();
  }

  private void declare(String prefix, String namespace, StringBuilder to) {
    bindings.add(prefix);
    bindings.add(namespace);
    to.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("='");
    XmlText.escape("xmlns", namespace, true, to);
    to.append('\'');
  }

  private String lookUp(String prefix) {
    for (int i = bindings.size() - 2; i >= 0; i -= 2) {
      if (bindings.get(i).equals(prefix)) {
        return bindings.get(i + 1);
      }
    }
    return prefix.equals("xml") ? XML : "";
  }
}
