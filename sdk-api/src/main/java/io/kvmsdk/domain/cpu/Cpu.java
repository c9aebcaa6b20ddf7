package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The CPU that a guest sees.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface Cpu extends WithCpu {

  /** How it is read and written. */
  XmlMapping<Cpu> XML = new CpuXml();

  /** The host's own CPU, the fastest; the domain migrates only between equal hosts. */
  static Cpu hostPassthrough() {
    return builder().mode(CpuMode.HOST_PASSTHROUGH).build();
  }

  /** The CPU nearest to the host's that libvirt has a name for; libvirt only. */
  static Cpu hostModel() {
    return builder().mode(CpuMode.HOST_MODEL).build();
  }

  /** All that the hypervisor can show. Since libvirt 7.1.0. */
  static Cpu maximum() {
    return builder().mode(CpuMode.MAXIMUM).build();
  }

  /** A named model, such as {@code qemu64}; the domain runs on any host that can show it. */
  static Cpu custom(String model) {
    return builder().mode(CpuMode.CUSTOM).match(CpuMatch.EXACT).model(CpuModel.of(model)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <cpu>} says, keeping what has no name here. */
  static Cpu fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <cpu>} says. */
  static Cpu fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <cpu>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** How it is chosen; absent means custom. Since libvirt 0.9.10. */
  Optional<CpuMode> mode();

  /** How exactly a custom CPU is to be met. */
  Optional<CpuMatch> match();

  /** How the CPU that the guest got is compared with this one. */
  Optional<CpuCheck> check();

  /**
   * Whether features that hinder migration are left out, for {@link CpuMode#HOST_PASSTHROUGH} and
   * {@link CpuMode#MAXIMUM}. Since libvirt 6.5.0.
   */
  Optional<Boolean> migratable();

  /** The named model of a custom CPU. */
  Optional<CpuModel> model();

  /** The vendor that the host's CPU has to be of, such as {@code Intel}. Since libvirt 0.8.3. */
  Optional<String> vendor();

  /** How the vCPUs are laid out; absent means a socket for each. */
  Optional<CpuTopology> topology();

  /** What differs from the model. */
  List<CpuFeature> features();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpu.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuXml extends XmlMapping<Cpu> {

  CpuXml() {
    super("cpu");
  }

  @Override
  protected Cpu read(XmlIn in) {
    Cpu.Builder b = Cpu.builder();
    if (in.attr("mode")) b.mode(new CpuMode(in.value()));
    if (in.attr("match")) b.match(new CpuMatch(in.value()));
    if (in.attr("check")) b.check(new CpuCheck(in.value()));
    if (in.onOff("migratable")) b.migratable(in.flag());
    XmlIn model = in.child("model");
    if (model.present()) b.model(model.read(CpuModel.XML));
    if (in.childText("vendor")) b.vendor(in.value());
    XmlIn topology = in.child("topology");
    if (topology.present()) b.topology(topology.read(CpuTopology.XML));
    for (XmlIn feature : in.children("feature")) b.addFeature(feature.read(CpuFeature.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Cpu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("match", value.match());
    out.attr("check", value.check());
    out.onOff("migratable", value.migratable());
    out.write(CpuModel.XML, value.model());
    out.partText("vendor", value.vendor());
    out.write(CpuTopology.XML, value.topology());
    out.writeAll(CpuFeature.XML, value.features());
    out.end();
  }
}
