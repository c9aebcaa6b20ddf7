package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * How users and groups of a container, or of a file system that a guest has by virtiofs, are mapped
 * to the host. Without, root in a container is root outside. For virtiofs since libvirt 10.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#container-boot">libvirt: Container boot</a>
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface IdMap extends WithIdMap {

  /** How it is read and written. */
  XmlMapping<IdMap> XML = new IdMapXml();

  /** That users and groups from 0 are so many on the host, from {@code target}. */
  static IdMap of(long target, long count) {
    IdMapRange range = IdMapRange.of(0, target, count);
    return builder().addUser(range).addGroup(range).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <idmap>} says, keeping what has no name here. */
  static IdMap fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <idmap>} says. */
  static IdMap fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <idmap>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The users. */
  List<IdMapRange> users();

  /** The groups. */
  List<IdMapRange> groups();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIdMap.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IdMapXml extends XmlMapping<IdMap> {

  IdMapXml() {
    super("idmap");
  }

  @Override
  protected IdMap read(XmlIn in) {
    IdMap.Builder b = IdMap.builder();
    for (XmlIn uid : in.children("uid")) b.addUser(uid.read(IdMapRange.XML));
    for (XmlIn gid : in.children("gid")) b.addGroup(gid.read(IdMapRange.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IdMap value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("uid", IdMapRange.XML, value.users());
    out.writeAll("gid", IdMapRange.XML, value.groups());
    out.end();
  }
}
