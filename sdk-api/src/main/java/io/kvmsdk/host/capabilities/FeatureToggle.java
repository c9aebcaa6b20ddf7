package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that a guest has or has not, and whether a domain can choose.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#guest-capabilities">libvirt: Guest
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface FeatureToggle extends WithFeatureToggle {

  /** How it is read and written. */
  XmlMapping<FeatureToggle> XML = new FeatureToggleXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether a guest has it where its domain does not say. */
  boolean byDefault();

  /** Whether a domain can say it. */
  boolean toggle();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFeatureToggle.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FeatureToggleXml extends XmlMapping<FeatureToggle> {

  FeatureToggleXml() {
    super("acpi");
  }

  @Override
  protected FeatureToggle read(XmlIn in) {
    FeatureToggle.Builder b = FeatureToggle.builder();
    if (!in.onOff("default")) throw in.missing("@default");
    b.byDefault(in.flag());
    if (!in.yesNo("toggle")) throw in.missing("@toggle");
    b.toggle(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FeatureToggle value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.onOff("default", Optional.of(value.byDefault()));
    out.yesNo("toggle", Optional.of(value.toggle()));
    out.end();
  }
}
