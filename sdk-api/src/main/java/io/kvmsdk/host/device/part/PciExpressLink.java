package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a PCI Express link can do, or does.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public interface PciExpressLink extends WithPciExpressLink {

  /** How it is read and written. */
  XmlMapping<PciExpressLink> XML = new PciExpressLinkXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it is what the device can do, or what was agreed upon. */
  LinkValidity validity();

  /** The number of the port; only of what it can do. */
  Optional<Integer> port();

  /** The speed in GT/s, such as {@code 2.5}. */
  Optional<String> speed();

  /** The number of lanes. */
  int width();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePciExpressLink.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PciExpressLinkXml extends XmlMapping<PciExpressLink> {

  PciExpressLinkXml() {
    super("link");
  }

  @Override
  protected PciExpressLink read(XmlIn in) {
    PciExpressLink.Builder b = PciExpressLink.builder();
    b.validity(new LinkValidity(in.required("validity")));
    if (in.intAttr("port")) b.port(in.intValue());
    if (in.attr("speed")) b.speed(in.value());
    if (!in.intAttr("width")) throw in.missing("@width");
    b.width(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PciExpressLink value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("validity", value.validity().toString());
    out.attr("port", value.port());
    out.attr("speed", value.speed());
    out.attr("width", value.width());
    out.end();
  }
}
