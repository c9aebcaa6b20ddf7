package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What can be had for a kind of guest.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#guest-capabilities">libvirt: Guest
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestFeatures extends WithGuestFeatures {

  /** How it is read and written. */
  XmlMapping<GuestFeatures> XML = new GuestFeaturesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether a 32-bit guest can use physical address extension. Since libvirt 0.4.1. */
  boolean pae();

  /** Whether a 32-bit guest can do without physical address extension. Since libvirt 0.4.1. */
  boolean nonPae();

  /** Whether an IA64 guest can be big-endian. Since libvirt 0.4.1. */
  boolean ia64BigEndian();

  /** Whether it has ACPI. Since libvirt 0.4.1. */
  Optional<FeatureToggle> acpi();

  /** Whether it has an APIC. Since libvirt 0.4.1. */
  Optional<FeatureToggle> apic();

  /** Whether a domain can say its CPU. Since libvirt 0.7.5. */
  boolean cpuSelection();

  /** Whether devices can have a boot order of their own. Since libvirt 0.8.8. */
  boolean deviceBoot();

  /**
   * Whether external snapshots of disks can be made. Absent means that only trying tells. Since
   * libvirt 1.2.3.
   */
  Optional<FeatureToggle> diskSnapshot();

  /** Whether it has hardware assisted paging. */
  Optional<FeatureToggle> hap();

  /**
   * Whether external snapshots, also with memory, can be reverted to and deleted. Since libvirt
   * 9.9.0.
   */
  boolean externalSnapshot();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
      pae(false);
      nonPae(false);
      ia64BigEndian(false);
      cpuSelection(false);
      deviceBoot(false);
      externalSnapshot(false);
    }
  }
}

final class GuestFeaturesXml extends XmlMapping<GuestFeatures> {

  GuestFeaturesXml() {
    super("features");
  }

  @Override
  protected GuestFeatures read(XmlIn in) {
    GuestFeatures.Builder b = GuestFeatures.builder();
    b.pae(in.has("pae"));
    b.nonPae(in.has("nonpae"));
    b.ia64BigEndian(in.has("ia64_be"));
    XmlIn acpi = in.child("acpi");
    if (acpi.present()) b.acpi(acpi.read(FeatureToggle.XML));
    XmlIn apic = in.child("apic");
    if (apic.present()) b.apic(apic.read(FeatureToggle.XML));
    b.cpuSelection(in.has("cpuselection"));
    b.deviceBoot(in.has("deviceboot"));
    XmlIn disksnapshot = in.child("disksnapshot");
    if (disksnapshot.present()) b.diskSnapshot(disksnapshot.read(FeatureToggle.XML));
    XmlIn hap = in.child("hap");
    if (hap.present()) b.hap(hap.read(FeatureToggle.XML));
    b.externalSnapshot(in.has("externalSnapshot"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GuestFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.flag("pae", value.pae());
    out.flag("nonpae", value.nonPae());
    out.flag("ia64_be", value.ia64BigEndian());
    out.write("acpi", FeatureToggle.XML, value.acpi());
    out.write("apic", FeatureToggle.XML, value.apic());
    out.flag("cpuselection", value.cpuSelection());
    out.flag("deviceboot", value.deviceBoot());
    out.write("disksnapshot", FeatureToggle.XML, value.diskSnapshot());
    out.write("hap", FeatureToggle.XML, value.hap());
    out.flag("externalSnapshot", value.externalSnapshot());
    out.end();
  }
}
