package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What QEMU does with what it will drop one day. For tests.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#control-of-qemu-deprecation-warnings">libvirt:
 *     Control of QEMU deprecation warnings</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuDeprecation extends WithQemuDeprecation {

  /** How it is read and written. */
  XmlMapping<QemuDeprecation> XML = new QemuDeprecationXml();

  /** That. */
  static QemuDeprecation of(QemuDeprecationBehavior behavior) {
    return builder().behavior(behavior).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What it does. */
  QemuDeprecationBehavior behavior();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuDeprecation.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuDeprecationXml extends XmlMapping<QemuDeprecation> {

  QemuDeprecationXml() {
    super("deprecation");
  }

  @Override
  protected QemuDeprecation read(XmlIn in) {
    QemuDeprecation.Builder b = QemuDeprecation.builder();
    b.behavior(new QemuDeprecationBehavior(in.required("behavior")));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuDeprecation value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.attr("behavior", value.behavior().toString());
    out.end();
  }
}
