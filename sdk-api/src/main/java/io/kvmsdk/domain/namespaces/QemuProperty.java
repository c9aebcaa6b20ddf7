package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A property of a device of QEMU's that is set against what libvirt sets.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#overriding-properties-of-qemu-devices">libvirt:
 *     Overriding properties of QEMU devices</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuProperty extends WithQemuProperty {

  /** How it is read and written. */
  XmlMapping<QemuProperty> XML = new QemuPropertyXml();

  /** That it has this text. */
  static QemuProperty string(String name, String value) {
    return builder().name(name).type(QemuPropertyType.STRING).value(value).build();
  }

  /** That it is this number. */
  static QemuProperty unsigned(String name, long value) {
    return builder().name(name).type(QemuPropertyType.UNSIGNED).value(Long.toString(value)).build();
  }

  /** That it is true or false. */
  static QemuProperty bool(String name, boolean value) {
    return builder().name(name).type(QemuPropertyType.BOOL).value(Boolean.toString(value)).build();
  }

  /** That it is left out. */
  static QemuProperty remove(String name) {
    return builder().name(name).type(QemuPropertyType.REMOVE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name, as QEMU knows it. */
  String name();

  /** Its type. */
  QemuPropertyType type();

  /** The value. Absent where the property is left out. */
  Optional<String> value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuProperty.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuPropertyXml extends XmlMapping<QemuProperty> {

  QemuPropertyXml() {
    super("property");
  }

  @Override
  protected QemuProperty read(XmlIn in) {
    QemuProperty.Builder b = QemuProperty.builder();
    b.name(in.required("name"));
    b.type(new QemuPropertyType(in.required("type")));
    if (in.attr("value")) b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuProperty value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.attr("name", value.name());
    out.attr("type", value.type().toString());
    out.attr("value", value.value());
    out.end();
  }
}
