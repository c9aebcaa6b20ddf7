package io.kvmsdk.domain.cpu;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How many virtual CPUs a domain has, and where on the host they run.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-allocation">libvirt: CPU Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface Vcpus extends WithVcpus {

  /** How it is read and written. */
  XmlMapping<Vcpus> XML = new VcpusXml();

  /** So many, all of them from the start. */
  static Vcpus of(int count) {
    return builder().maximum(count).build();
  }

  /** So many from the start; {@link #outOf} says how many there can be. */
  static Vcpus online(int count) {
    return of(count);
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
  static Vcpus fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <vcpu>} says. */
  static Vcpus fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <vcpu>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** How many there can be while the domain runs; at least 1. */
  int maximum();

  /** How many there are at its start; absent means all. Since libvirt 0.8.5. */
  Optional<Integer> current();

  /** How the host's CPUs are chosen; absent means static. */
  Optional<VcpuPlacement> placement();

  /** The host's CPUs on which they run, if they are not pinned one by one. */
  Optional<CpuSet> cpuSet();

  /** The same from the start, of so many that there can be. */
  default Vcpus outOf(int most) {
    return builder().from(this).maximum(most).current(online()).build();
  }

  /** How many there are at the start. */
  default int online() {
    return current().orElse(maximum());
  }

  /**
   * Refuses what is always wrong; building and changing them does it.
   *
   * @throws InvalidDefinitionException if there is none, or more from the start than there can be
   */
  @Value.Check
  default void checkConsistent() {
    if (maximum() < 1) {
      throw new InvalidDefinitionException("vcpu", Integer.toString(maximum()), "at least 1");
    }
    if (online() < 1 || online() > maximum()) {
      throw new InvalidDefinitionException(
          "vcpu/@current", Integer.toString(online()), "1 to " + maximum() + ", the maximum");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVcpus.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VcpusXml extends XmlMapping<Vcpus> {

  VcpusXml() {
    super("vcpu");
  }

  @Override
  protected Vcpus read(XmlIn in) {
    Vcpus.Builder b = Vcpus.builder();
    if (!in.intText()) throw in.unreadable("a number of vCPUs");
    b.maximum(in.intValue());
    if (in.intAttr("current")) b.current(in.intValue());
    if (in.attr("placement")) b.placement(new VcpuPlacement(in.value()));
    if (in.attr("cpuset")) b.cpuSet(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vcpus value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("placement", value.placement());
    out.attr("cpuset", value.cpuSet());
    out.attr("current", value.current());
    out.text(Integer.toString(value.maximum()));
    out.end();
  }
}
