package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.domain.device.SourceSecurityLabel;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A pseudo terminal of the host, which the hypervisor opens.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PtyCharSource extends CharSource, WithPtyCharSource
    permits ImmutablePtyCharSource {

  /** How it is read and written. */
  XmlMapping<PtyCharSource> XML = new PtyCharSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "pty";
  }

  /** The terminal, such as {@code /dev/pts/3}, known while the domain runs. */
  Optional<String> path();

  /** How it is labelled for the security drivers, where not as the domain says. */
  List<SourceSecurityLabel> securityLabels();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePtyCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PtyCharSourceXml extends XmlMapping<PtyCharSource> {

  PtyCharSourceXml() {
    super("source");
  }

  @Override
  protected PtyCharSource read(XmlIn in) {
    PtyCharSource.Builder b = PtyCharSource.builder();
    if (in.attr("path")) b.path(in.value());
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(PtyCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.end();
  }
}
