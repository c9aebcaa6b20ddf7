package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A display that is exported over D-Bus, on a bus of its own unless said otherwise. Since libvirt
 * 8.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DbusDisplay extends Graphics, WithDbusDisplay permits ImmutableDbusDisplay {

  /** How it is read and written. */
  XmlMapping<DbusDisplay> XML = new DbusDisplayXml();

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
    return "dbus";
  }

  /** Whether connections are handed over, with no bus between. Absent means no. */
  Optional<Boolean> peerToPeer();

  /**
   * The address of the bus to export it on, such as {@code unix:path=/run/bus}. Absent means a bus
   * of its own.
   */
  Optional<String> busAddress();

  /** Whether the picture is rendered with OpenGL. */
  Optional<Boolean> gl();

  /** The absolute path of the GPU that renders. Absent means the first one. */
  Optional<String> renderNode();

  /** The number of the audio backend that is exported as well. Absent means none. */
  Optional<Integer> audioId();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDbusDisplay.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DbusDisplayXml extends XmlMapping<DbusDisplay> {

  DbusDisplayXml() {
    super("graphics");
  }

  @Override
  protected DbusDisplay read(XmlIn in) {
    DbusDisplay.Builder b = DbusDisplay.builder();
    if (in.yesNo("p2p")) b.peerToPeer(in.flag());
    if (in.attr("address")) b.busAddress(in.value());
    XmlIn gl = in.child("gl");
    if (gl.yesNo("enable")) b.gl(in.flag());
    if (gl.attr("rendernode")) b.renderNode(in.value());
    if (in.child("audio").intAttr("id")) b.audioId(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DbusDisplay value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.yesNo("p2p", value.peerToPeer());
    out.attr("address", value.busAddress());
    out.beginPart("gl");
    out.yesNo("enable", value.gl());
    out.attr("rendernode", value.renderNode());
    out.end();
    out.part("audio", "id", value.audioId());
    out.end();
  }
}
