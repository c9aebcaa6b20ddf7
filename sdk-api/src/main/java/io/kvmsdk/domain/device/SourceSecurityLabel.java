package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the file, device or socket behind a device is labelled for a security driver, instead of as
 * the domain says. Since libvirt 0.9.9.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#security-label">libvirt: Security label</a>
 */
@Value.Immutable
@ValueStyle
public interface SourceSecurityLabel extends WithSourceSecurityLabel {

  /** How it is read and written. */
  XmlMapping<SourceSecurityLabel> XML = new SourceSecurityLabelXml();

  /** One that leaves the label as it is. */
  static SourceSecurityLabel none() {
    return builder().relabel(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The security driver, such as {@code selinux}. Absent means all of them. */
  Optional<String> model();

  /** Whether the file is labelled at all. */
  Optional<Boolean> relabel();

  /** Whether labelling was tried and was not possible; libvirt writes it of a running domain. */
  Optional<Boolean> labelSkip();

  /** The label. */
  Optional<String> label();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSourceSecurityLabel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SourceSecurityLabelXml extends XmlMapping<SourceSecurityLabel> {

  SourceSecurityLabelXml() {
    super("seclabel");
  }

  @Override
  protected SourceSecurityLabel read(XmlIn in) {
    SourceSecurityLabel.Builder b = SourceSecurityLabel.builder();
    if (in.attr("model")) b.model(in.value());
    if (in.yesNo("relabel")) b.relabel(in.flag());
    if (in.yesNo("labelskip")) b.labelSkip(in.flag());
    if (in.child("label").text()) b.label(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SourceSecurityLabel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.yesNo("relabel", value.relabel());
    out.yesNo("labelskip", value.labelSkip());
    out.partText("label", value.label());
    out.end();
  }
}
