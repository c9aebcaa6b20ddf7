package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A template of OpenVZ.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface TemplateFilesystemSource
    extends FilesystemSource, WithTemplateFilesystemSource
    permits ImmutableTemplateFilesystemSource {

  /** How it is read and written. */
  XmlMapping<TemplateFilesystemSource> XML = new TemplateFilesystemSourceXml();

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
    return "template";
  }

  /** Its name. */
  Optional<String> template();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTemplateFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TemplateFilesystemSourceXml extends XmlMapping<TemplateFilesystemSource> {

  TemplateFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected TemplateFilesystemSource read(XmlIn in) {
    TemplateFilesystemSource.Builder b = TemplateFilesystemSource.builder();
    if (in.attr("name")) b.template(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(TemplateFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("name", value.template());
    out.end();
  }
}
