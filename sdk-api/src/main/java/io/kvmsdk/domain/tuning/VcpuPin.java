package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * On which CPUs of the host a vCPU runs.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface VcpuPin extends WithVcpuPin {

  /** How it is read and written. */
  XmlMapping<VcpuPin> XML = new VcpuPinXml();

  /** That vCPU on any of these CPUs of the host. */
  static VcpuPin of(int vcpu, CpuSet cpus) {
    return builder().vcpu(vcpu).cpus(cpus).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The vCPU, from 0. */
  int vcpu();

  /** The CPUs of the host. */
  CpuSet cpus();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVcpuPin.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VcpuPinXml extends XmlMapping<VcpuPin> {

  VcpuPinXml() {
    super("vcpupin");
  }

  @Override
  protected VcpuPin read(XmlIn in) {
    VcpuPin.Builder b = VcpuPin.builder();
    if (!in.intAttr("vcpu")) throw in.missing("@vcpu");
    b.vcpu(in.intValue());
    if (!in.attr("cpuset")) throw in.missing("@cpuset");
    b.cpus(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VcpuPin value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vcpu", value.vcpu());
    out.attr("cpuset", value.cpus().toString());
    out.end();
  }
}
