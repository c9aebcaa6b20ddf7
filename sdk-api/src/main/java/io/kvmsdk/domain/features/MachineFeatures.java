package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the guest's machine has beside its CPU.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface MachineFeatures extends WithMachineFeatures {

  /** How it is read and written. */
  XmlMapping<MachineFeatures> XML = new MachineFeaturesXml();

  /** ACPI and APIC, what a PC needs to be shut down gracefully and to have several vCPUs. */
  static MachineFeatures pc() {
    return builder().acpi(true).apic(Apic.builder().build()).build();
  }

  /** A PC with {@link HyperV#recommended() what Windows wants}. */
  static MachineFeatures windows() {
    return pc().withHyperV(HyperV.recommended());
  }

  /** ACPI and an interrupt controller, what a machine with Arm CPUs needs. */
  static MachineFeatures arm(GicVersion version) {
    return builder().acpi(true).gic(Gic.of(version)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <features>} says, keeping what has no name here. */
  static MachineFeatures fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <features>} says. */
  static MachineFeatures fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <features>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Whether it has ACPI, without which there is no graceful shutdown of most guests. */
  boolean acpi();

  /** The programmable interrupt controller of x86. */
  Optional<Apic> apic();

  /** Whether a 32-bit guest may see more than 4 GiB. */
  boolean pae();

  /** Whether the CPU does the guest's paging. Absent means if it can. */
  Optional<Boolean> hap();

  /** Whether a Xen guest sees what Windows wants. */
  boolean viridian();

  /** Whether a container has a network of its own although it has no interface. */
  boolean privateNetwork();

  /** What makes Windows run well. */
  Optional<HyperV> hyperV();

  /** How KVM behaves. */
  Optional<KvmFeatures> kvm();

  /** Whether the guest is told that locks of its kernel can be left to the hypervisor. */
  Optional<Boolean> pvSpinlock();

  /** What root may do in a container. */
  Optional<ContainerCapabilities> capabilities();

  /**
   * Whether the guest has performance counters. Absent means the hypervisor's default. Since
   * libvirt 1.2.12.
   */
  Optional<Boolean> pmu();

  /**
   * Whether it has VMware's I/O port. Absent means the hypervisor's default. Since libvirt 1.2.16.
   */
  Optional<Boolean> vmport();

  /** The interrupt controller of Arm. Since libvirt 1.2.16. */
  Optional<Gic> gic();

  /**
   * Whether it has the system management mode, which secure boot needs. Absent means the machine's
   * default, on a PC that it has. Since libvirt 2.1.0.
   */
  Optional<Boolean> smm();

  /**
   * How much of the guest's memory that mode has; 0 for one of the sizes that every machine offers.
   * Absent means 16 MiB, enough for all but very large guests: an UEFI that does not start may want
   * 48 MiB. Since libvirt 4.5.0.
   */
  Optional<ByteSize> tsegSize();

  /** Who does the interrupts of devices. Since libvirt 3.4.0. */
  Optional<IoApicDriver> ioApicDriver();

  /** The page table of a pSeries guest. Since libvirt 3.10.0. */
  Optional<HashPageTable> hashPageTable();

  /** Whether the guest can tell the hypervisor how to dump it. Since libvirt 4.4.0. */
  Optional<Boolean> vmCoreInfo();

  /** Whether a pSeries guest has transactional memory. Since libvirt 4.6.0. */
  Optional<Boolean> htm();

  /** Whether a pSeries guest can run guests. Since libvirt 4.10.0. */
  Optional<Boolean> nestedHv();

  /**
   * What happens when a guest of bhyve uses a register that there is not. Absent means a fault.
   * Since libvirt 5.1.0.
   */
  Optional<MsrPolicy> unknownMsrs();

  /** Whether a pSeries guest can flush the count cache by hardware. Since libvirt 5.9.0. */
  Optional<Boolean> ccfAssist();

  /** How Xen behaves. Since libvirt 6.3.0. */
  Optional<XenFeatures> xen();

  /**
   * How much translated code QEMU keeps where it emulates the CPU: a multiple of 1 MiB. Since
   * libvirt 8.0.0.
   */
  Optional<ByteSize> tcgCacheSize();

  /**
   * Whether the cache of a pSeries guest is flushed when the privilege changes. Since libvirt
   * 6.3.0.
   */
  Optional<Mitigation> cfpc();

  /** Whether bounds checks of a pSeries guest hold under speculation. Since libvirt 6.3.0. */
  Optional<Mitigation> sbbc();

  /** How a pSeries guest speculates on indirect branches. Since libvirt 6.3.0. */
  Optional<BranchMitigation> ibs();

  /**
   * Whether the memory of a guest that ended is given back in the background. Since libvirt 9.6.0.
   */
  Optional<Boolean> asyncTeardown();

  /** Whether an Arm guest is told of memory errors of the host. Since libvirt 10.4.0. */
  Optional<Boolean> ras();

  /**
   * Whether there is a PS/2 controller. Absent means the machine's default. Since libvirt 10.7.0.
   */
  Optional<Boolean> ps2();

  /** The interrupt controllers of a RISC-V guest. Since libvirt 11.1.0. */
  Optional<AiaMode> aia();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMachineFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
      acpi(false);
      pae(false);
      viridian(false);
      privateNetwork(false);
    }

    @Override
    public MachineFeatures build() {
      MachineFeatures made = super.build();
      return made.tsegSize().isPresent() && made.smm().isEmpty() ? made.withSmm(true) : made;
    }

    MachineFeatures buildAsRead() {
      return super.build();
    }
  }
}

final class MachineFeaturesXml extends XmlMapping<MachineFeatures> {

  MachineFeaturesXml() {
    super("features");
  }

  @Override
  protected MachineFeatures read(XmlIn in) {
    MachineFeatures.Builder b = MachineFeatures.builder();
    b.acpi(in.has("acpi"));
    XmlIn apic = in.child("apic");
    if (apic.present()) b.apic(apic.read(Apic.XML));
    b.pae(in.has("pae"));
    if (in.child("hap").onOffOr("state", true)) b.hap(in.flag());
    b.viridian(in.has("viridian"));
    b.privateNetwork(in.has("privnet"));
    XmlIn hyperv = in.child("hyperv");
    if (hyperv.present()) b.hyperV(hyperv.read(HyperV.XML));
    XmlIn kvm = in.child("kvm");
    if (kvm.present()) b.kvm(kvm.read(KvmFeatures.XML));
    if (in.child("pvspinlock").onOffOr("state", true)) b.pvSpinlock(in.flag());
    XmlIn capabilities = in.child("capabilities");
    if (capabilities.present()) b.capabilities(capabilities.read(ContainerCapabilities.XML));
    if (in.child("pmu").onOffOr("state", true)) b.pmu(in.flag());
    if (in.child("vmport").onOffOr("state", true)) b.vmport(in.flag());
    XmlIn gic = in.child("gic");
    if (gic.present()) b.gic(gic.read(Gic.XML));
    XmlIn smm = in.child("smm");
    if (smm.onOffOr("state", true)) b.smm(in.flag());
    if (smm.child("tseg").sizeText("MiB")) b.tsegSize(in.size());
    if (in.child("ioapic").attr("driver")) b.ioApicDriver(new IoApicDriver(in.value()));
    XmlIn hpt = in.child("hpt");
    if (hpt.present()) b.hashPageTable(hpt.read(HashPageTable.XML));
    if (in.child("vmcoreinfo").onOffOr("state", true)) b.vmCoreInfo(in.flag());
    if (in.child("htm").onOff("state")) b.htm(in.flag());
    if (in.child("nested-hv").onOff("state")) b.nestedHv(in.flag());
    if (in.child("msrs").attr("unknown")) b.unknownMsrs(new MsrPolicy(in.value()));
    if (in.child("ccf-assist").onOff("state")) b.ccfAssist(in.flag());
    XmlIn xen = in.child("xen");
    if (xen.present()) b.xen(xen.read(XenFeatures.XML));
    XmlIn tcg = in.child("tcg");
    if (tcg.child("tb-cache").sizeText("KiB")) b.tcgCacheSize(in.size());
    if (in.child("cfpc").attr("value")) b.cfpc(new Mitigation(in.value()));
    if (in.child("sbbc").attr("value")) b.sbbc(new Mitigation(in.value()));
    if (in.child("ibs").attr("value")) b.ibs(new BranchMitigation(in.value()));
    if (in.child("async-teardown").yesNoOr("enabled", true)) b.asyncTeardown(in.flag());
    if (in.child("ras").onOff("state")) b.ras(in.flag());
    if (in.child("ps2").onOff("state")) b.ps2(in.flag());
    if (in.child("aia").attr("value")) b.aia(new AiaMode(in.value()));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(MachineFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.flag("acpi", value.acpi());
    out.write("apic", Apic.XML, value.apic());
    out.flag("pae", value.pae());
    out.partOnOff("hap", "state", value.hap());
    out.flag("viridian", value.viridian());
    out.flag("privnet", value.privateNetwork());
    out.write("hyperv", HyperV.XML, value.hyperV());
    out.write("kvm", KvmFeatures.XML, value.kvm());
    out.partOnOff("pvspinlock", "state", value.pvSpinlock());
    out.write("capabilities", ContainerCapabilities.XML, value.capabilities());
    out.partOnOff("pmu", "state", value.pmu());
    out.partOnOff("vmport", "state", value.vmport());
    out.write("gic", Gic.XML, value.gic());
    out.beginPart("smm");
    out.onOff("state", value.smm());
    out.partSize("tseg", value.tsegSize());
    out.end();
    out.part("ioapic", "driver", value.ioApicDriver());
    out.write("hpt", HashPageTable.XML, value.hashPageTable());
    out.partOnOff("vmcoreinfo", "state", value.vmCoreInfo());
    out.partOnOff("htm", "state", value.htm());
    out.partOnOff("nested-hv", "state", value.nestedHv());
    out.part("msrs", "unknown", value.unknownMsrs());
    out.partOnOff("ccf-assist", "state", value.ccfAssist());
    out.write("xen", XenFeatures.XML, value.xen());
    out.beginPart("tcg");
    out.partSize("tb-cache", value.tcgCacheSize());
    out.end();
    out.part("cfpc", "value", value.cfpc());
    out.part("sbbc", "value", value.sbbc());
    out.part("ibs", "value", value.ibs());
    out.beginPart("async-teardown");
    out.yesNo("enabled", value.asyncTeardown());
    out.end();
    out.partOnOff("ras", "state", value.ras());
    out.partOnOff("ps2", "state", value.ps2());
    out.part("aia", "value", value.aia());
    out.end();
  }
}
