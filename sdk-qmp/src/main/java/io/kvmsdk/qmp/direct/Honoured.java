package io.kvmsdk.qmp.direct;

import io.kvmsdk.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a definition the direct backend honours, as {@code honoured.txt} lists it: nothing that a
 * definition says is passed over in silence.
 *
 * <p>The list says which elements and attributes there may be, and with which values where these
 * are few; the rest is for the class that turns them into QEMU's terms. It holds for what the model
 * has a type for and for extras alike, since both are in the document that a definition writes.
 */
final class Honoured {

  private static final String NOTHING_DONE = "the direct backend does nothing with it";

  private static final HonouredNode ROOT = HonouredNode.read("honoured.txt");

  private Honoured() {}

  /**
   * Refuses what is not honoured in a whole definition.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException with the path of the first such thing
   */
  static void checkDomain(XmlElement domain) {
    check(domain, ROOT.child("domain"), "domain");
  }

  /**
   * Refuses what is not honoured in one device, to be hot-plugged.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException with the path of the first such thing
   */
  static void checkDevice(XmlElement device) {
    HonouredNode devices = ROOT.descendant("domain", "devices");
    check(device, devices.child(device.name()), device.name());
  }

  private static void check(XmlElement element, @Nullable HonouredNode node, String path) {
    HonouredNode known = known(node, path);
    if (known.takesAnything()) {
      return;
    }
    for (String attribute : element.attributeNames()) {
      String at = path + "/@" + attribute;
      HonouredNode knownAttribute = known(known.child("@" + attribute), at);
      knownAttribute.checkValue(element.attribute(attribute).orElse(""), at);
    }
    if (!element.text().isBlank()) {
      String at = path + "/text()";
      known(known.child("text"), at).checkValue(element.text().strip(), at);
    }
    checkChildren(element, known, path);
  }

  private static void checkChildren(XmlElement element, HonouredNode known, String path) {
    Map<String, Integer> count = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    element.children().forEach(child -> count.merge(name(child), 1, Integer::sum));
    for (XmlElement child : element.children()) {
      String name = name(child);
      int index = seen.merge(name, 1, Integer::sum);
      String step = count.getOrDefault(name, 1) > 1 ? name + "[" + index + "]" : name;
      check(child, node(element, known, child, name), path + "/" + step);
    }
  }

  /**
   * What is known of a child: of one in a parent of that type, of one of its own type, or of all.
   */
  private static @Nullable HonouredNode node(
      XmlElement parent, HonouredNode known, XmlElement child, String name) {
    HonouredNode inType = known.child(name + ":" + parent.attribute("type").orElse(""));
    if (inType != null) {
      return inType;
    }
    HonouredNode ofType = known.child(name + "=" + child.attribute("type").orElse(""));
    return ofType != null ? ofType : known.child(name);
  }

  private static HonouredNode known(@Nullable HonouredNode node, String path) {
    if (node == null) {
      throw Refusal.unsupported(path, NOTHING_DONE, Refusal.USE_LIBVIRT);
    }
    node.refuseIfRefused(path);
    return node;
  }

  private static String name(XmlElement element) {
    return element.namespace().isEmpty()
        ? element.name()
        : "{" + element.namespace() + "}" + element.name();
  }
}
