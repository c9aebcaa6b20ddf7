package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A kind of mediated device that a device can be cut into. Since libvirt 3.4.0.
 *
 * @see <a href="https://libvirt.org/formatnode.html#mdev-types-capability">libvirt: mdev_types
 *     capability</a>
 */
@Value.Immutable
@ValueStyle
public interface MdevType extends WithMdevType {

  /** How it is read and written. */
  XmlMapping<MdevType> XML = new MdevTypeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The vendor's name for it, such as {@code nvidia-11}. */
  String id();

  /** A name for people. */
  Optional<String> name();

  /** How a guest sees one. */
  MdevApi deviceApi();

  /** How many more can be made. */
  int availableInstances();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMdevType.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MdevTypeXml extends XmlMapping<MdevType> {

  MdevTypeXml() {
    super("type");
  }

  @Override
  protected MdevType read(XmlIn in) {
    MdevType.Builder b = MdevType.builder();
    b.id(in.required("id"));
    if (in.child("name").text()) b.name(in.value());
    XmlIn deviceAPI = in.child("deviceAPI");
    if (!deviceAPI.text()) throw deviceAPI.unreadable("a value");
    b.deviceApi(new MdevApi(in.value()));
    XmlIn availableInstances = in.child("availableInstances");
    if (!availableInstances.intText()) throw availableInstances.unreadable("a value");
    b.availableInstances(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MdevType value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.partText("name", value.name());
    out.beginPart("deviceAPI");
    out.text(String.valueOf(value.deviceApi()));
    out.end();
    out.beginPart("availableInstances");
    out.text(String.valueOf(value.availableInstances()));
    out.end();
    out.end();
  }
}
