package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A feature that the firmware, which libvirt chooses, has to have or must not have. Since libvirt
 * 7.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#bios-bootloader">libvirt: BIOS bootloader</a>
 */
@Value.Immutable
@ValueStyle
public interface FirmwareFeature extends WithFirmwareFeature {

  /** How it is read and written. */
  XmlMapping<FirmwareFeature> XML = new FirmwareFeatureXml();

  /** That it has to have this. */
  static FirmwareFeature require(FirmwareFeatureName name) {
    return builder().enabled(true).name(name).build();
  }

  /** That it must not have this. */
  static FirmwareFeature refuse(FirmwareFeatureName name) {
    return builder().enabled(false).name(name).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it has to have it, or must not; libvirt wants this said. */
  Optional<Boolean> enabled();

  /** Which feature. */
  FirmwareFeatureName name();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFirmwareFeature.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FirmwareFeatureXml extends XmlMapping<FirmwareFeature> {

  FirmwareFeatureXml() {
    super("feature");
  }

  @Override
  protected FirmwareFeature read(XmlIn in) {
    FirmwareFeature.Builder b = FirmwareFeature.builder();
    if (in.yesNo("enabled")) b.enabled(in.flag());
    b.name(new FirmwareFeatureName(in.required("name")));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FirmwareFeature value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("enabled", value.enabled());
    out.attr("name", value.name().toString());
    out.end();
  }
}
