package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What QEMU is told beside what libvirt tells it, for what libvirt has no name for. libvirt does
 * not look at it, and marks the domain as tainted. Since libvirt 0.8.3.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands">libvirt:
 *     Pass-through of arbitrary qemu commands</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuCommandLine extends WithQemuCommandLine {

  /** How it is read and written. */
  XmlMapping<QemuCommandLine> XML = new QemuCommandLineXml();

  /** These arguments, such as {@code "-device", "edu"}. */
  static QemuCommandLine args(String... args) {
    return builder().addArgs(args).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The arguments, in their order, behind those of libvirt. */
  @Value.Redacted
  List<String> args();

  /** Environment variables. */
  List<QemuVariable> variables();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuCommandLine.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuCommandLineXml extends XmlMapping<QemuCommandLine> {

  QemuCommandLineXml() {
    super("commandline");
  }

  @Override
  protected QemuCommandLine read(XmlIn in) {
    QemuCommandLine.Builder b = QemuCommandLine.builder();
    for (String text : in.attrsOf(HypervisorNamespace.QEMU, "arg", "value")) b.addArg(text);
    for (XmlIn env : in.children(HypervisorNamespace.QEMU, "env"))
      b.addVariable(env.read(QemuVariable.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuCommandLine value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.partAttrs("qemu", HypervisorNamespace.QEMU, "arg", "value", value.args());
    out.writeAll("env", QemuVariable.XML, value.variables());
    out.end();
  }
}
