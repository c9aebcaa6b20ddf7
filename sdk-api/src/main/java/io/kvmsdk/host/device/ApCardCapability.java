package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cryptographic adapter of an s390 host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ap-card">libvirt: ap_card</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ApCardCapability extends NodeCapability, WithApCardCapability
    permits ImmutableApCardCapability {

  /** How it is read and written. */
  XmlMapping<ApCardCapability> XML = new ApCardCapabilityXml();

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
    return "ap_card";
  }

  /** The number of the adapter, 0 to 0xff. */
  int adapter();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableApCardCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ApCardCapabilityXml extends XmlMapping<ApCardCapability> {

  ApCardCapabilityXml() {
    super("capability");
  }

  @Override
  protected ApCardCapability read(XmlIn in) {
    ApCardCapability.Builder b = ApCardCapability.builder();
    XmlIn apAdapter = in.child("ap-adapter");
    if (!apAdapter.intText()) throw apAdapter.unreadable("a value");
    b.adapter(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ApCardCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("ap-adapter");
    out.hexText(2, Optional.of(value.adapter()));
    out.end();
    out.end();
  }
}
