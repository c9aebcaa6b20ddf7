package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the host schedules I/O threads. Since libvirt 1.2.13.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface IoThreadScheduler extends WithIoThreadScheduler {

  /** How it is read and written. */
  XmlMapping<IoThreadScheduler> XML = new IoThreadSchedulerXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which I/O threads; absent means all others. */
  Optional<CpuSet> ioThreads();

  /** How. */
  CpuScheduler scheduler();

  /**
   * The priority, for {@link CpuScheduler#FIFO} and {@link CpuScheduler#RR}, which need it: 1 to 99
   * as a rule.
   */
  Optional<Integer> priority();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIoThreadScheduler.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IoThreadSchedulerXml extends XmlMapping<IoThreadScheduler> {

  IoThreadSchedulerXml() {
    super("iothreadsched");
  }

  @Override
  protected IoThreadScheduler read(XmlIn in) {
    IoThreadScheduler.Builder b = IoThreadScheduler.builder();
    if (in.attr("iothreads")) b.ioThreads(in.cpuSet());
    b.scheduler(new CpuScheduler(in.required("scheduler")));
    if (in.intAttr("priority")) b.priority(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IoThreadScheduler value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("iothreads", value.ioThreads());
    out.attr("scheduler", value.scheduler().toString());
    out.attr("priority", value.priority());
    out.end();
  }
}
