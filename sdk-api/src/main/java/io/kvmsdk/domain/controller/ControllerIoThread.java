package io.kvmsdk.domain.controller;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * An I/O thread that serves queues of a controller. Since libvirt 11.2.0 and QEMU 10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface ControllerIoThread extends WithControllerIoThread {

  /** How it is read and written. */
  XmlMapping<ControllerIoThread> XML = new ControllerIoThreadXml();

  /** The thread of that number, from 1, for these queues; without any, for its share of them. */
  static ControllerIoThread of(int id, int... queues) {
    Builder b = builder().id(id);
    for (int queue : queues) {
      b.addQueue(ControllerQueue.of(queue));
    }
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number, from 1, of the thread in the domain. */
  int id();

  /**
   * The queues that it serves; none means that the queues are shared out among the threads. Either
   * all threads name theirs or none does.
   */
  List<ControllerQueue> queues();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableControllerIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerIoThreadXml extends XmlMapping<ControllerIoThread> {

  ControllerIoThreadXml() {
    super("iothread");
  }

  @Override
  protected ControllerIoThread read(XmlIn in) {
    ControllerIoThread.Builder b = ControllerIoThread.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    for (XmlIn queue : in.children("queue")) b.addQueue(queue.read(ControllerQueue.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ControllerIoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.writeAll("queue", ControllerQueue.XML, value.queues());
    out.end();
  }
}
