package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What bhyve is told beside what libvirt tells it. Since libvirt 5.1.0.
 *
 * @see <a
 *     href="https://libvirt.org/drvbhyve.html#pass-through-of-arbitrary-bhyve-commands">libvirt:
 *     Pass-through of arbitrary bhyve commands</a>
 */
@Value.Immutable
@ValueStyle
public interface BhyveCommandLine extends WithBhyveCommandLine {

  /** How it is read and written. */
  XmlMapping<BhyveCommandLine> XML = new BhyveCommandLineXml();

  /** These arguments. */
  static BhyveCommandLine args(String... args) {
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
  final class Builder extends ImmutableBhyveCommandLine.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BhyveCommandLineXml extends XmlMapping<BhyveCommandLine> {

  BhyveCommandLineXml() {
    super("commandline");
  }

  @Override
  protected BhyveCommandLine read(XmlIn in) {
    BhyveCommandLine.Builder b = BhyveCommandLine.builder();
    for (String text : in.attrsOf(HypervisorNamespace.BHYVE, "arg", "value")) b.addArg(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BhyveCommandLine value, String name, XmlOut out) {
    out.begin("bhyve", HypervisorNamespace.BHYVE, name, value.extras());
    out.partAttrs("bhyve", HypervisorNamespace.BHYVE, "arg", "value", value.args());
    out.end();
  }
}
