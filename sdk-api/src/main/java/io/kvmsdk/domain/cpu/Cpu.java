package io.kvmsdk.domain.cpu;

import io.kvmsdk.domain.numa.GuestNuma;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The CPU that a guest sees, or the one that a host has: libvirt says both in the same element, and
 * a host's says {@link #arch()} and what follows it as well.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface Cpu extends Document, WithCpu {

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

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The same, with nested virtualisation on a host with Intel's CPU: it requires {@code vmx}. */
  default Cpu nestedOnIntel() {
    return requiring("vmx");
  }

  /** The same, with nested virtualisation on a host with AMD's CPU: it requires {@code svm}. */
  default Cpu nestedOnAmd() {
    return requiring("svm");
  }

  /** The same with these features, without which the domain does not start. */
  default Cpu requiring(String... names) {
    return with(FeaturePolicy.REQUIRE, names);
  }

  /** The same without these features. */
  default Cpu disabling(String... names) {
    return with(FeaturePolicy.DISABLE, names);
  }

  private Cpu with(FeaturePolicy policy, String... names) {
    List<CpuFeature> changed = new ArrayList<>(features());
    for (String name : names) {
      changed.removeIf(it -> it.name().equals(name));
      changed.add(CpuFeature.builder().name(name).policy(policy).build());
    }
    return withFeatures(changed);
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

  /** Whether features that the host is going to lose are shown; absent means yes. s390 only. */
  Optional<Boolean> deprecatedFeatures();

  /** The named model of a custom CPU, or the nearest to the host's. */
  Optional<CpuModel> model();

  /** The vendor that the host's CPU has to be of, such as {@code Intel}. Since libvirt 0.8.3. */
  Optional<String> vendor();

  /** How the vCPUs are laid out; absent means a socket for each. */
  Optional<CpuTopology> topology();

  /** The cache that it says it has; absent means the hypervisor's choice. Since libvirt 3.3.0. */
  Optional<CpuCache> cache();

  /** How many bits a physical address has; absent means the hypervisor's choice. Since 8.7.0. */
  Optional<MaxPhysAddr> maxPhysAddr();

  /** What differs from the model. */
  List<CpuFeature> features();

  /** The NUMA cells in which a guest's vCPUs and memory are. Since libvirt 0.9.8. */
  Optional<GuestNuma> numa();

  /** The architecture of a host's CPU, such as {@code x86_64}. */
  Optional<String> arch();

  /** What a host says of its CPU beside its named features. */
  Optional<HostCpuFeatures> hostFeatures();

  /** The version of the microcode of a host's CPU. */
  Optional<Long> microcode();

  /** The numbers by which a host's CPU says what it is. */
  Optional<CpuSignature> signature();

  /** A counter of a host's CPU by which time can be measured. */
  Optional<CpuCounter> counter();

  /** The sizes of memory pages that a host's CPU can use. */
  List<CpuPageSize> pageSizes();

  /** What is said of that feature. */
  default Optional<CpuFeature> feature(String name) {
    return features().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if a feature is said twice, or the NUMA cells cannot be
   */
  default void checkConsistent() {
    Set<String> names = new HashSet<>();
    for (CpuFeature feature : features()) {
      if (!names.add(feature.name())) {
        throw new InvalidDefinitionException(
            "cpu/feature/@name", feature.name(), "a feature that is said once");
      }
    }
    if (numa().isPresent()) numa().get().checkConsistent();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpu.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public Cpu build() {
      Cpu made = super.build();
      made.checkConsistent();
      return made;
    }

    Cpu buildAsRead() {
      return super.build();
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
    if (in.onOff("deprecated_features")) b.deprecatedFeatures(in.flag());
    host(in, b);
    XmlIn model = in.child("model");
    if (model.present()) b.model(model.read(CpuModel.XML));
    if (in.childText("vendor")) b.vendor(in.value());
    XmlIn topology = in.child("topology");
    if (topology.present()) b.topology(topology.read(CpuTopology.XML));
    XmlIn cache = in.child("cache");
    if (cache.present()) b.cache(cache.read(CpuCache.XML));
    XmlIn address = in.child("maxphysaddr");
    if (address.present()) b.maxPhysAddr(address.read(MaxPhysAddr.XML));
    for (XmlIn feature : in.children("feature")) b.addFeature(feature.read(CpuFeature.XML));
    XmlIn numa = in.child("numa");
    if (numa.present()) b.numa(numa.read(GuestNuma.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  private static void host(XmlIn in, Cpu.Builder b) {
    if (in.childText("arch")) b.arch(in.value());
    XmlIn features = in.child("features");
    if (features.present()) b.hostFeatures(features.read(HostCpuFeatures.XML));
    if (in.child("microcode").longAttr("version")) b.microcode(in.longValue());
    XmlIn signature = in.child("signature");
    if (signature.present()) b.signature(signature.read(CpuSignature.XML));
    XmlIn counter = in.child("counter");
    if (counter.present()) b.counter(counter.read(CpuCounter.XML));
    for (XmlIn pages : in.children("pages")) b.addPageSize(pages.read(CpuPageSize.XML));
  }

  @Override
  protected void write(Cpu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("match", value.match());
    out.attr("check", value.check());
    out.onOff("migratable", value.migratable());
    out.onOff("deprecated_features", value.deprecatedFeatures());
    out.partText("arch", value.arch());
    out.write(HostCpuFeatures.XML, value.hostFeatures());
    out.write(CpuModel.XML, value.model());
    out.partText("vendor", value.vendor());
    out.part("microcode", "version", value.microcode());
    out.write(CpuSignature.XML, value.signature());
    out.write(CpuCounter.XML, value.counter());
    out.write(CpuTopology.XML, value.topology());
    out.write(CpuCache.XML, value.cache());
    out.write(MaxPhysAddr.XML, value.maxPhysAddr());
    out.writeAll(CpuFeature.XML, value.features());
    out.writeAll(CpuPageSize.XML, value.pageSizes());
    out.write(GuestNuma.XML, value.numa());
    out.end();
  }
}
