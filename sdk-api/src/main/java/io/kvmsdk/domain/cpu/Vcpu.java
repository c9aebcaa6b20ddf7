package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * One virtual CPU, with its own state.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-allocation">libvirt: CPU Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface Vcpu extends WithVcpu {

  /** How it is read and written. */
  XmlMapping<Vcpu> XML = new VcpuXml();

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
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vcpu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
