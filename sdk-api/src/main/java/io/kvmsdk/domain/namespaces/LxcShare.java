package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A namespace of Linux that a container has together with others.
 *
 * @see <a href="https://libvirt.org/drvlxc.html#inherit-namespaces">libvirt: Inherit namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface LxcShare extends WithLxcShare {

  /** How it is read and written. */
  XmlMapping<LxcShare> XML = new LxcShareXml();

  /** The one of another container. */
  static LxcShare container(String name) {
    return builder().type(LxcShareType.NAME).value(name).build();
  }

  /** The one of a process of the host. */
  static LxcShare process(long pid) {
    return builder().type(LxcShareType.PID).value(Long.toString(pid)).build();
  }

  /** The network that {@code ip netns} knows by that name. */
  static LxcShare network(String name) {
    return builder().type(LxcShareType.NETNS).value(name).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How it is named. */
  LxcShareType type();

  /** Its name. */
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableLxcShare.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LxcShareXml extends XmlMapping<LxcShare> {

  LxcShareXml() {
    super("sharenet");
  }

  @Override
  protected LxcShare read(XmlIn in) {
    LxcShare.Builder b = LxcShare.builder();
    b.type(new LxcShareType(in.required("type")));
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(LxcShare value, String name, XmlOut out) {
    out.begin("lxc", HypervisorNamespace.LXC, name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("value", value.value());
    out.end();
  }
}
