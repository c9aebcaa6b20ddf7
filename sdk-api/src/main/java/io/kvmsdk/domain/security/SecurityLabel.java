package io.kvmsdk.domain.security;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a security driver confines a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#security-label">libvirt: Security label</a>
 */
@Value.Immutable
@ValueStyle
public interface SecurityLabel extends WithSecurityLabel {

  /** How it is read and written. */
  XmlMapping<SecurityLabel> XML = new SecurityLabelXml();

  /** That no security driver confines it. */
  static SecurityLabel none() {
    return builder().type(SecurityLabelType.NONE).build();
  }

  /** That this security driver does not confine it. */
  static SecurityLabel none(String model) {
    return builder().type(SecurityLabelType.NONE).model(model).build();
  }

  /** A label that libvirt makes up, for this security driver. */
  static SecurityLabel dynamic(String model) {
    return builder().type(SecurityLabelType.DYNAMIC).model(model).relabel(true).build();
  }

  /** A context of SELinux, such as {@code system_u:system_r:svirt_t:s0:c392,c662}. */
  static SecurityLabel selinux(String context) {
    return fixed("selinux", context);
  }

  /** A profile of AppArmor. */
  static SecurityLabel apparmor(String profile) {
    return fixed("apparmor", profile);
  }

  /** A user and a group of the host, by name, or by number with {@code +} before it. */
  static SecurityLabel dac(String user, String group) {
    return fixed("dac", user + ":" + group);
  }

  /** That label of a security driver, which libvirt also gives to the domain's files. */
  private static SecurityLabel fixed(String model, String label) {
    return builder().type(SecurityLabelType.STATIC).model(model).relabel(true).label(label).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <seclabel>} says, keeping what has no name here. */
  static SecurityLabel fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <seclabel>} says. */
  static SecurityLabel fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <seclabel>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Who chooses the label. Absent means dynamic with a base label, else what the security driver is
   * set to.
   */
  Optional<SecurityLabelType> type();

  /**
   * The security driver: {@code selinux}, {@code apparmor} or {@code dac}. Absent means the first
   * one of the host.
   */
  Optional<String> model();

  /**
   * Whether libvirt also labels the domain's files; always with a dynamic label. Absent means not,
   * with a static one.
   */
  Optional<Boolean> relabel();

  /**
   * The label. A static one has to say it; of a dynamic one libvirt shows it while the domain runs.
   */
  Optional<String> label();

  /** The label of the domain's files, which libvirt shows while it runs; read only. */
  Optional<String> imageLabel();

  /** What libvirt makes a dynamic label out of. */
  Optional<String> baseLabel();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSecurityLabel.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /**
     * The label.
     *
     * @throws InvalidDefinitionException if a static one does not say the label, or files are to be
     *     labelled without one, or not with a dynamic one
     */
    @Override
    public SecurityLabel build() {
      SecurityLabel made = super.build();
      SecurityLabelType type = made.type().orElse(SecurityLabelType.DYNAMIC);
      if (type.equals(SecurityLabelType.STATIC) && made.label().isEmpty()) {
        throw new InvalidDefinitionException("seclabel/label", "absent", "a label");
      }
      boolean none = type.equals(SecurityLabelType.NONE);
      if ((none || type.equals(SecurityLabelType.DYNAMIC))
          && made.relabel().orElse(!none) == none) {
        throw new InvalidDefinitionException(
            "seclabel/@relabel", none ? "yes" : "no", (none ? "no" : "yes") + " with type " + type);
      }
      return made;
    }

    SecurityLabel buildAsRead() {
      return super.build();
    }
  }
}

final class SecurityLabelXml extends XmlMapping<SecurityLabel> {

  SecurityLabelXml() {
    super("seclabel");
  }

  @Override
  protected SecurityLabel read(XmlIn in) {
    SecurityLabel.Builder b = SecurityLabel.builder();
    if (in.attr("type")) b.type(new SecurityLabelType(in.value()));
    if (in.attr("model")) b.model(in.value());
    if (in.yesNo("relabel")) b.relabel(in.flag());
    if (in.child("label").text()) b.label(in.value());
    if (in.child("imagelabel").text()) b.imageLabel(in.value());
    if (in.child("baselabel").text()) b.baseLabel(in.value());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(SecurityLabel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("model", value.model());
    out.yesNo("relabel", value.relabel());
    out.partText("label", value.label());
    out.partText("imagelabel", value.imageLabel());
    out.partText("baselabel", value.baseLabel());
    out.end();
  }
}
