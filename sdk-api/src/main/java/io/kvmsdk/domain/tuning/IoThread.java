package io.kvmsdk.domain.tuning;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An I/O thread of a domain, on which disks and controllers that ask for it do their work. Since
 * libvirt 1.2.15.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iothreads-allocation">libvirt: IOThreads
 *     Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface IoThread extends WithIoThread {

  /** How it is read and written. */
  XmlMapping<IoThread> XML = new IoThreadXml();

  /** The thread of that number, from 1. */
  static IoThread of(int id) {
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

  /** What {@code <iothread>} says, keeping what has no name here. */
  static IoThread fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <iothread>} says. */
  static IoThread fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <iothread>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Its number, from 1. */
  int id();

  /**
   * How many worker threads it keeps. Absent means the hypervisor's choice. Since libvirt 8.5.0.
   */
  Optional<Integer> threadPoolMin();

  /**
   * How many worker threads it has at most; at least 1. Absent means the hypervisor's choice. Since
   * libvirt 8.5.0.
   */
  Optional<Integer> threadPoolMax();

  /**
   * How long it looks for work before it waits for events, at most; 0 means not at all. Absent
   * means the hypervisor's choice. Since libvirt 9.4.0.
   */
  Optional<Duration> pollMax();

  /**
   * By what that time grows where it was too short; 0 means not at all. Absent means the
   * hypervisor's choice. Since libvirt 9.4.0.
   */
  Optional<Long> pollGrow();

  /**
   * By what that time shrinks where it was too long; 0 means not at all. Absent means the
   * hypervisor's choice. Since libvirt 9.4.0.
   */
  Optional<Long> pollShrink();

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if its number is 0, or its bounds are impossible
   */
  default void checkConsistent() {
    if (id() < 1) {
      throw new InvalidDefinitionException("iothread/@id", Integer.toString(id()), "at least 1");
    }
    DefaultIoThreadXml.checkPool("iothread", threadPoolMin(), threadPoolMax());
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public IoThread build() {
      IoThread made = super.build();
      made.checkConsistent();
      return made;
    }

    IoThread buildAsRead() {
      return super.build();
    }
  }
}

final class IoThreadXml extends XmlMapping<IoThread> {

  IoThreadXml() {
    super("iothread");
  }

  @Override
  protected IoThread read(XmlIn in) {
    IoThread.Builder b = IoThread.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (in.intAttr("thread_pool_min")) b.threadPoolMin(in.intValue());
    if (in.intAttr("thread_pool_max")) b.threadPoolMax(in.intValue());
    XmlIn poll = in.child("poll");
    if (poll.longAttr("max")) b.pollMax(Duration.ofNanos(in.longValue()));
    if (poll.longAttr("grow")) b.pollGrow(in.longValue());
    if (poll.longAttr("shrink")) b.pollShrink(in.longValue());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(IoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("thread_pool_min", value.threadPoolMin());
    out.attr("thread_pool_max", value.threadPoolMax());
    out.beginPart("poll");
    out.durationAttr("max", ChronoUnit.NANOS, value.pollMax());
    out.attr("grow", value.pollGrow());
    out.attr("shrink", value.pollShrink());
    out.end();
    out.end();
  }
}
