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
 * A named pipe of the host, or a pair of them.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PipeCharSource extends CharSource, WithPipeCharSource
    permits ImmutablePipeCharSource {

  /** How it is read and written. */
  XmlMapping<PipeCharSource> XML = new PipeCharSourceXml();

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
    return "pipe";
  }

  /**
   * The absolute path. QEMU takes the pipes {@code path.in} and {@code path.out} where both are
   * there, else this one for both ways.
   */
  Optional<String> path();

  /** How it is labelled for the security drivers, where not as the domain says. */
  List<SourceSecurityLabel> securityLabels();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePipeCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PipeCharSourceXml extends XmlMapping<PipeCharSource> {

  PipeCharSourceXml() {
    super("source");
  }

  @Override
  protected PipeCharSource read(XmlIn in) {
    PipeCharSource.Builder b = PipeCharSource.builder();
    if (in.attr("path")) b.path(in.value());
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(PipeCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.end();
  }
}
