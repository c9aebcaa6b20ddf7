package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The passphrase of an encrypted volume.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#usage-type-volume">libvirt: Usage type
 *     volume</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VolumeSecretUsage extends SecretUsage, WithVolumeSecretUsage
    permits ImmutableVolumeSecretUsage {

  /** How it is read and written. */
  XmlMapping<VolumeSecretUsage> XML = new VolumeSecretUsageXml();

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
    return "volume";
  }

  /** The path of the volume. */
  String path();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeSecretUsage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeSecretUsageXml extends XmlMapping<VolumeSecretUsage> {

  VolumeSecretUsageXml() {
    super("usage");
  }

  @Override
  protected VolumeSecretUsage read(XmlIn in) {
    VolumeSecretUsage.Builder b = VolumeSecretUsage.builder();
    XmlIn volume = in.child("volume");
    if (!volume.text()) throw volume.unreadable("a text");
    b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VolumeSecretUsage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("volume", value.path());
    out.end();
  }
}
