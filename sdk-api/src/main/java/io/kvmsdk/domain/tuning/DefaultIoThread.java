package io.kvmsdk.domain.tuning;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The thread of a domain's devices that have no I/O thread of their own. Leave it to the
 * hypervisor, unless a real-time guest cannot wait for worker threads to be made. Since libvirt
 * 8.5.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iothreads-allocation">libvirt: IOThreads
 *     Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface DefaultIoThread extends WithDefaultIoThread {

  /** How it is read and written. */
  XmlMapping<DefaultIoThread> XML = new DefaultIoThreadXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <defaultiothread>} says, keeping what has no name here. */
  static DefaultIoThread fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <defaultiothread>} says. */
  static DefaultIoThread fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <defaultiothread>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** How many worker threads it keeps. Absent means the hypervisor's choice. */
  Optional<Integer> threadPoolMin();

  /** How many worker threads it has at most; at least 1. Absent means the hypervisor's choice. */
  Optional<Integer> threadPoolMax();

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if its bounds are impossible
   */
  default void checkConsistent() {
    DefaultIoThreadXml.checkPool("defaultiothread", threadPoolMin(), threadPoolMax());
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDefaultIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public DefaultIoThread build() {
      DefaultIoThread made = super.build();
      made.checkConsistent();
      return made;
    }

    DefaultIoThread buildAsRead() {
      return super.build();
    }
  }
}

final class DefaultIoThreadXml extends XmlMapping<DefaultIoThread> {

  DefaultIoThreadXml() {
    super("defaultiothread");
  }

  @Override
  protected DefaultIoThread read(XmlIn in) {
    DefaultIoThread.Builder b = DefaultIoThread.builder();
    if (in.intAttr("thread_pool_min")) b.threadPoolMin(in.intValue());
    if (in.intAttr("thread_pool_max")) b.threadPoolMax(in.intValue());
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(DefaultIoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("thread_pool_min", value.threadPoolMin());
    out.attr("thread_pool_max", value.threadPoolMax());
    out.end();
  }

  /** Refuses bounds of a pool of threads that cannot be. */
  static void checkPool(String element, Optional<Integer> least, Optional<Integer> most) {
    int floor = Math.max(1, least.orElse(0));
    if (most.isPresent() && most.get() < floor) {
      throw new InvalidDefinitionException(
          element + "/@thread_pool_max", most.get().toString(), "at least " + floor);
    }
  }
}
