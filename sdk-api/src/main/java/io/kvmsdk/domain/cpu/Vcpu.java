package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One virtual CPU, with its own state. QEMU wants vCPU 0 to be there and not to be hot-pluggable,
 * and those that are there from the start without being hot-pluggable to follow it. Since libvirt
 * 2.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-allocation">libvirt: CPU Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface Vcpu extends WithVcpu {

  /** How it is read and written. */
  XmlMapping<Vcpu> XML = new VcpuXml();

  /** One that is there from the start and stays. */
  static Vcpu fixed(int id) {
    return builder().id(id).enabled(true).hotPluggable(false).build();
  }

  /** One that is there from the start and can be taken away. */
  static Vcpu pluggedIn(int id) {
    return builder().id(id).enabled(true).hotPluggable(true).build();
  }

  /** One that can be added while the domain runs. */
  static Vcpu offline(int id) {
    return builder().id(id).enabled(false).hotPluggable(true).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <vcpu>} says, keeping what has no name here. */
  static Vcpu fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <vcpu>} says. */
  static Vcpu fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <vcpu>}. */
  default String toXml() {
    return XML.format(this);
  }

  /**
   * Its number, from 0 to one less than the maximum of {@link Vcpus}; the guest may count
   * differently.
   */
  int id();

  /** Whether it is there; libvirt wants it said. */
  Optional<Boolean> enabled();

  /**
   * Whether it can be added and taken away while the domain runs. One that is not there has to be.
   */
  Optional<Boolean> hotPluggable();

  /**
   * Its place, from 1, in the order in which those that are there were added; all of them have one,
   * or none. Several have the same where the hypervisor adds them together.
   */
  Optional<Integer> order();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVcpu.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VcpuXml extends XmlMapping<Vcpu> {

  VcpuXml() {
    super("vcpu");
  }

  @Override
  protected Vcpu read(XmlIn in) {
    Vcpu.Builder b = Vcpu.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (in.yesNo("enabled")) b.enabled(in.flag());
    if (in.yesNo("hotpluggable")) b.hotPluggable(in.flag());
    if (in.intAttr("order")) b.order(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vcpu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.yesNo("enabled", value.enabled());
    out.yesNo("hotpluggable", value.hotPluggable());
    out.attr("order", value.order());
    out.end();
  }
}
