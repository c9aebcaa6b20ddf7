package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads and changes devices that the model has no type for, as they stand in the document. */
final class Untyped {

  private Untyped() {}

  /** An attribute of a child element. */
  static Optional<String> attribute(XmlElement element, String child, String name) {
    return element.child(child).flatMap(it -> it.attribute(name));
  }

  /** The first child element of a name; an empty one if there is none. */
  static XmlElement child(Extras extras, String name) {
    List<XmlElement> found = extras.elements(name);
    return found.isEmpty() ? XmlElement.of(name) : found.get(0);
  }

  /** A whole number, decimal or hexadecimal, as {@link Honoured} lets it pass. */
  static long number(String path, String value) {
    try {
      String text = value.strip().toLowerCase(Locale.ROOT);
      return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.invalid(path, value, "a whole number of 64 bits");
    }
  }

  static XmlElement withAlias(XmlElement device, String alias) {
    return with(device, XmlElement.of("alias").withAttribute("name", alias));
  }

  static XmlElement withAddress(XmlElement device, DeviceAddress address) {
    return with(device, XmlElement.parse(DeviceAddress.XML.format(address)));
  }

  /** The element with a child that replaces those of its name. */
  private static XmlElement with(XmlElement element, XmlElement child) {
    XmlElement changed = XmlElement.of(element.name());
    for (String name : element.attributeNames()) {
      changed = changed.withAttribute(name, element.attribute(name).orElse(""));
    }
    for (XmlElement other : element.children()) {
      changed = other.name().equals(child.name()) ? changed : changed.withChild(other);
    }
    return changed.withChild(child);
  }
}
