package io.kvmsdk.network;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The VLANs that an interface is in, unknown to the guest. On Open vSwitch, SR-IOV functions (since
 * libvirt 1.3.5 as macvtap) and, since libvirt 11.0.0, Linux bridges. Since libvirt 0.10.0.
 *
 * @see <a
 *     href="https://libvirt.org/formatnetwork.html#setting-vlan-tag-on-supported-network-types-only">libvirt:
 *     Setting VLAN tag</a>
 */
@Value.Immutable
@ValueStyle
public interface Vlan extends WithVlan {

  /** How it is read and written. */
  XmlMapping<Vlan> XML = new VlanXml();

  /** One VLAN; the guest sees its packets without tags. */
  static Vlan tag(int id) {
    return builder().addTag(VlanTag.of(id)).build();
  }

  /** A trunk: the guest sees the tags of these VLANs. */
  static Vlan trunk(int id, int... more) {
    Builder made = builder().trunk(true).addTag(VlanTag.of(id));
    for (int another : more) {
      made.addTag(VlanTag.of(another));
    }
    return made.build();
  }

  /** A trunk with a native VLAN, whose packets carry no tag, beside those that do. */
  static Vlan nativeTrunk(int nativeId, int... ids) {
    Vlan all = trunk(nativeId, ids);
    List<VlanTag> tags = new ArrayList<>(all.tags());
    tags.set(0, tags.get(0).withNativeMode(NativeVlanMode.UNTAGGED));
    return all.withTags(tags);
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <vlan>} says, keeping what has no name here. */
  static Vlan fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <vlan>} says. */
  static Vlan fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <vlan>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Whether it is a trunk; libvirt takes several tags as one in any case. Only {@code yes} can be
   * said.
   */
  Optional<Boolean> trunk();

  /** The VLANs, one or more. */
  List<VlanTag> tags();

  /** The numbers of the VLANs. */
  default List<Integer> ids() {
    return tags().stream().map(VlanTag::id).toList();
  }

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if there is no VLAN
   */
  @Value.Check
  default void checkNotEmpty() {
    if (tags().isEmpty() && extras().isEmpty()) {
      throw new InvalidDefinitionException("vlan/tag", "absent", "one VLAN or more");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVlan.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VlanXml extends XmlMapping<Vlan> {

  VlanXml() {
    super("vlan");
  }

  @Override
  protected Vlan read(XmlIn in) {
    Vlan.Builder b = Vlan.builder();
    if (in.yesNo("trunk")) b.trunk(in.flag());
    for (XmlIn tag : in.children("tag")) {
      b.addTag(tag.read(VlanTag.XML));
    }
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vlan value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("trunk", value.trunk());
    out.writeAll("tag", VlanTag.XML, value.tags());
    out.end();
  }
}
