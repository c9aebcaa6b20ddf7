package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What the QEMU behind a Xen guest is told beside what libvirt tells it. Since libvirt 6.7.0.
 *
 * @see <a
 *     href="https://libvirt.org/drvxen.html#pass-through-of-arbitrary-command-line-arguments-to-the-qemu-device-model">libvirt:
 *     Pass-through of arbitrary command-line arguments to the qemu device model</a>
 */
@Value.Immutable
@ValueStyle
public interface XenCommandLine extends WithXenCommandLine {

  /** How it is read and written. */
  XmlMapping<XenCommandLine> XML = new XenCommandLineXml();

  /** These arguments. */
  static XenCommandLine args(String... args) {
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

  /** The arguments, in their order. */
  @Value.Redacted
  List<String> args();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableXenCommandLine.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class XenCommandLineXml extends XmlMapping<XenCommandLine> {

  XenCommandLineXml() {
    super("commandline");
  }

  @Override
  protected XenCommandLine read(XmlIn in) {
    XenCommandLine.Builder b = XenCommandLine.builder();
    for (String text : in.attrsOf(HypervisorNamespace.XEN, "arg", "value")) b.addArg(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(XenCommandLine value, String name, XmlOut out) {
    out.begin("xen", HypervisorNamespace.XEN, name, value.extras());
    out.partAttrs("xen", HypervisorNamespace.XEN, "arg", "value", value.args());
    out.end();
  }
}
