package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * All cryptographic adapters of an s390 host, from which mediated devices can be made.
 *
 * @see <a href="https://libvirt.org/formatnode.html#ap-matrix">libvirt: ap_matrix</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ApMatrixCapability extends NodeCapability, WithApMatrixCapability
    permits ImmutableApMatrixCapability {

  /** How it is read and written. */
  XmlMapping<ApMatrixCapability> XML = new ApMatrixCapabilityXml();

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
    return "ap_matrix";
  }

  /** The mediated devices that can be made. Since libvirt 6.10.0. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableApMatrixCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ApMatrixCapabilityXml extends XmlMapping<ApMatrixCapability> {

  ApMatrixCapabilityXml() {
    super("capability");
  }

  @Override
  protected ApMatrixCapability read(XmlIn in) {
    ApMatrixCapability.Builder b = ApMatrixCapability.builder();
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ApMatrixCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
