package io.kvmsdk.network.host;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/** What a VLAN of the host is made of. */
@Value.Immutable
@ValueStyle
public interface HostVlan extends WithHostVlan {

  /** How it is read and written. */
  XmlMapping<HostVlan> XML = new HostVlanXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The VLAN, 0 to 4095. */
  int tag();

  /** The interface that it is on. */
  String parent();

  /**
   * Refuses a tag that cannot be; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it is more than 4095
   */
  @Value.Check
  default void checkConsistent() {
    if (tag() > 4095) {
      throw new InvalidDefinitionException(
          "vlan/@tag", Integer.toString(tag()), "a number from 0 to 4095");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostVlan.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostVlanXml extends XmlMapping<HostVlan> {

  HostVlanXml() {
    super("vlan");
  }

  @Override
  protected HostVlan read(XmlIn in) {
    HostVlan.Builder b = HostVlan.builder();
    if (!in.intAttr("tag")) throw in.missing("@tag");
    b.tag(in.intValue());
    b.parent(in.child("interface").required("name"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostVlan value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("tag", value.tag());
    out.beginPart("interface");
    out.attr("name", value.parent());
    out.end();
    out.end();
  }
}
