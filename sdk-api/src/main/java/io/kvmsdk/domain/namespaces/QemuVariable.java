package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An environment variable of QEMU.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands">libvirt:
 *     Pass-through of arbitrary qemu commands</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuVariable extends WithQemuVariable {

  /** How it is read and written. */
  XmlMapping<QemuVariable> XML = new QemuVariableXml();

  /** That variable. */
  static QemuVariable of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name. */
  String name();

  /** Its value. Absent means empty. */
  @Value.Redacted
  Optional<String> value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuVariable.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuVariableXml extends XmlMapping<QemuVariable> {

  QemuVariableXml() {
    super("env");
  }

  @Override
  protected QemuVariable read(XmlIn in) {
    QemuVariable.Builder b = QemuVariable.builder();
    b.name(in.required("name"));
    if (in.attr("value")) b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuVariable value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.attr("name", value.name());
    out.attr("value", value.value());
    out.end();
  }
}
