package io.kvmsdk.network;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One VLAN.
 *
 * @see <a
 *     href="https://libvirt.org/formatnetwork.html#setting-vlan-tag-on-supported-network-types-only">libvirt:
 *     Setting VLAN tag</a>
 */
@Value.Immutable
@ValueStyle
public interface VlanTag extends WithVlanTag {

  /** How it is read and written. */
  XmlMapping<VlanTag> XML = new VlanTagXml();

  /** The VLAN with this number. */
  static VlanTag of(int id) {
    return builder().id(id).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number, 0 to 4095. */
  int id();

  /**
   * That this is the native VLAN of a trunk, and whether its packets carry a tag. Absent means that
   * it is not. Since libvirt 1.1.0, and 11.0.0 on a Linux bridge.
   */
  Optional<NativeVlanMode> nativeMode();

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if the number does not fit into 12 bits
   */
  @Value.Check
  default void checkRange() {
    if (id() < 0 || id() > 4095) {
      throw new InvalidDefinitionException("tag/@id", Integer.toString(id()), "0 to 4095");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVlanTag.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VlanTagXml extends XmlMapping<VlanTag> {

  VlanTagXml() {
    super("tag");
  }

  @Override
  protected VlanTag read(XmlIn in) {
    VlanTag.Builder b = VlanTag.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (in.attr("nativeMode")) b.nativeMode(new NativeVlanMode(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VlanTag value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("nativeMode", value.nativeMode());
    out.end();
  }
}
