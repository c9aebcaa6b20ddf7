package io.kvmsdk.host.device.nested;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * That a group of channel devices is a network card of s390 (qeth).
 *
 * @see <a href="https://libvirt.org/formatnode.html#ccw">libvirt: ccw</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface QethCapability extends NestedCapability, WithQethCapability
    permits ImmutableQethCapability {

  /** How it is read and written. */
  XmlMapping<QethCapability> XML = new QethCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The kind of card, such as {@code OSD_10GIG}. */
  String cardType();

  /** The channel path, in hexadecimal. */
  String channelPath();

  /** {@code qeth_generic}, {@code qeth_layer2} or {@code qeth_layer3}. */
  @Override
  String type();

  /**
   * Refuses another type; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it is none of qeth
   */
  @Value.Check
  default void checkConsistent() {
    if (!type().startsWith("qeth_")) {
      throw new InvalidDefinitionException(
          "capability/@type", type(), "qeth_generic, qeth_layer2 or qeth_layer3");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQethCapability.Builder {
    Builder() {
      extras(Extras.NONE);
      type("qeth_generic");
    }
  }
}

final class QethCapabilityXml extends XmlMapping<QethCapability> {

  QethCapabilityXml() {
    super("capability");
  }

  @Override
  protected QethCapability read(XmlIn in) {
    QethCapability.Builder b = QethCapability.builder();
    XmlIn cardType = in.child("card_type");
    if (!cardType.text()) throw cardType.unreadable("a text");
    b.cardType(in.value());
    XmlIn chpid = in.child("chpid");
    if (!chpid.text()) throw chpid.unreadable("a text");
    b.channelPath(in.value());
    b.type(in.required("type"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QethCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("card_type", value.cardType());
    out.partText("chpid", value.channelPath());
    out.end();
  }
}
