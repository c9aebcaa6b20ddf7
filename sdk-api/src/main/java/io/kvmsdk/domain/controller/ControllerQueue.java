package io.kvmsdk.domain.controller;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A request queue of a controller. Since libvirt 11.2.0 and QEMU 10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface ControllerQueue extends WithControllerQueue {

  /** How it is read and written. */
  XmlMapping<ControllerQueue> XML = new ControllerQueueXml();

  /** The queue of that number, from 0. */
  static ControllerQueue of(int id) {
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

  /** Its number, from 0. */
  int id();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableControllerQueue.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerQueueXml extends XmlMapping<ControllerQueue> {

  ControllerQueueXml() {
    super("queue");
  }

  @Override
  protected ControllerQueue read(XmlIn in) {
    ControllerQueue.Builder b = ControllerQueue.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ControllerQueue value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.end();
  }
}
