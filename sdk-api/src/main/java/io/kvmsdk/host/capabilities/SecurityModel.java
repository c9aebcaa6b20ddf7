package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A way in which a hypervisor keeps domains apart.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface SecurityModel extends WithSecurityModel {

  /** How it is read and written. */
  XmlMapping<SecurityModel> XML = new SecurityModelXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name: selinux, apparmor, dac or none. */
  String model();

  /** The domain of interpretation, which tells what the labels mean; 0 where there is only one. */
  String doi();

  /** What a label is made of where a domain does not say one, by the kind of domain. */
  List<BaseLabel> baseLabels();

  /** What a label is made of for a kind of domain, such as {@code kvm}. */
  default Optional<String> baseLabel(String domainType) {
    return baseLabels().stream()
        .filter(one -> one.type().equals(domainType))
        .map(BaseLabel::label)
        .findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSecurityModel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SecurityModelXml extends XmlMapping<SecurityModel> {

  SecurityModelXml() {
    super("secmodel");
  }

  @Override
  protected SecurityModel read(XmlIn in) {
    SecurityModel.Builder b = SecurityModel.builder();
    XmlIn model = in.child("model");
    if (!model.text()) throw model.unreadable("a text");
    b.model(in.value());
    XmlIn doi = in.child("doi");
    if (!doi.text()) throw doi.unreadable("a text");
    b.doi(in.value());
    for (XmlIn baselabel : in.children("baselabel")) b.addBaseLabel(baselabel.read(BaseLabel.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SecurityModel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("model", value.model());
    out.partText("doi", value.doi());
    out.writeAll("baselabel", BaseLabel.XML, value.baseLabels());
    out.end();
  }
}
