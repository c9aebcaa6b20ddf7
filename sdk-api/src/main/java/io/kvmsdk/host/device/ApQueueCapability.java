package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A domain on a cryptographic adapter of an s390 host.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ap-queue">libvirt: ap_queue</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ApQueueCapability extends NodeCapability, WithApQueueCapability
    permits ImmutableApQueueCapability {

  /** How it is read and written. */
  XmlMapping<ApQueueCapability> XML = new ApQueueCapabilityXml();

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
    return "ap_queue";
  }

  /** The number of the adapter, 0 to 0xff. */
  int adapter();

  /** The number of the domain. */
  int domain();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableApQueueCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ApQueueCapabilityXml extends XmlMapping<ApQueueCapability> {

  ApQueueCapabilityXml() {
    super("capability");
  }

  @Override
  protected ApQueueCapability read(XmlIn in) {
    ApQueueCapability.Builder b = ApQueueCapability.builder();
    XmlIn apAdapter = in.child("ap-adapter");
    if (!apAdapter.intText()) throw apAdapter.unreadable("a value");
    b.adapter(in.intValue());
    XmlIn apDomain = in.child("ap-domain");
    if (!apDomain.intText()) throw apDomain.unreadable("a value");
    b.domain(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ApQueueCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("ap-adapter");
    out.hexText(2, Optional.of(value.adapter()));
    out.end();
    out.beginPart("ap-domain");
    out.hexText(4, Optional.of(value.domain()));
    out.end();
    out.end();
  }
}
