package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
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

  /** Whether a 32-bit guest may see more than 4 GiB. */
  boolean pae();

  /** The programmable interrupt controller of x86. */
  Optional<Apic> apic();

  /** Whether the guest has performance counters. Since libvirt 1.2.12. */
  Optional<Boolean> pmu();

  /** Whether it has the system management mode, which secure boot needs. Since libvirt 2.1.0. */
  Optional<Boolean> smm();

  /** Whether it has VMware's I/O port. Since libvirt 1.2.16. */
  Optional<Boolean> vmport();

  /** Whether the guest can tell the hypervisor how to dump it. Since libvirt 3.10.0. */
  Optional<Boolean> vmCoreInfo();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMachineFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
      acpi(false);
      pae(false);
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
    b.pae(in.has("pae"));
    XmlIn apic = in.child("apic");
    if (apic.present()) b.apic(apic.read(Apic.XML));
    if (in.child("pmu").onOff("state")) b.pmu(in.flag());
    if (in.child("smm").onOff("state")) b.smm(in.flag());
    if (in.child("vmport").onOff("state")) b.vmport(in.flag());
    if (in.child("vmcoreinfo").onOff("state")) b.vmCoreInfo(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MachineFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.flag("acpi", value.acpi());
    out.flag("pae", value.pae());
    out.write(Apic.XML, value.apic());
    out.partOnOff("pmu", "state", value.pmu());
    out.partOnOff("smm", "state", value.smm());
    out.partOnOff("vmport", "state", value.vmport());
    out.partOnOff("vmcoreinfo", "state", value.vmCoreInfo());
    out.end();
  }
}
