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
 * How the host schedules vCPUs. Since libvirt 1.2.13.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface VcpuScheduler extends WithVcpuScheduler {

  /** How it is read and written. */
  XmlMapping<VcpuScheduler> XML = new VcpuSchedulerXml();

  /** These vCPUs in real time, first come first served, with a priority of 1 to 99. */
  static VcpuScheduler fifo(CpuSet vcpus, int priority) {
    return builder().vcpus(vcpus).scheduler(CpuScheduler.FIFO).priority(priority).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which vCPUs; absent means all others. */
  Optional<CpuSet> vcpus();

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
  final class Builder extends ImmutableVcpuScheduler.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VcpuSchedulerXml extends XmlMapping<VcpuScheduler> {

  VcpuSchedulerXml() {
    super("vcpusched");
  }

  @Override
  protected VcpuScheduler read(XmlIn in) {
    VcpuScheduler.Builder b = VcpuScheduler.builder();
    if (in.attr("vcpus")) b.vcpus(in.cpuSet());
    b.scheduler(new CpuScheduler(in.required("scheduler")));
    if (in.intAttr("priority")) b.priority(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VcpuScheduler value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vcpus", value.vcpus());
    out.attr("scheduler", value.scheduler().toString());
    out.attr("priority", value.priority());
    out.end();
  }
}
