package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * No window, but rendering with OpenGL for a VNC or SPICE console beside it, for clients anywhere.
 * Since libvirt 4.6.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface EglHeadless extends Graphics, WithEglHeadless permits ImmutableEglHeadless {

  /** How it is read and written. */
  XmlMapping<EglHeadless> XML = new EglHeadlessXml();

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
    return "egl-headless";
  }

  /** The absolute path of the GPU that renders. Absent means the first one. Since libvirt 5.0.0. */
  Optional<String> renderNode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEglHeadless.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EglHeadlessXml extends XmlMapping<EglHeadless> {

  EglHeadlessXml() {
    super("graphics");
  }

  @Override
  protected EglHeadless read(XmlIn in) {
    EglHeadless.Builder b = EglHeadless.builder();
    if (in.child("gl").attr("rendernode")) b.renderNode(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EglHeadless value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.part("gl", "rendernode", value.renderNode());
    out.end();
  }
}
