package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What else domains can have. What is absent is not said.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#features">libvirt: Features</a>
 */
@Value.Immutable
@ValueStyle
public interface FeatureCapabilities extends WithFeatureCapabilities {

  /** How it is read and written. */
  XmlMapping<FeatureCapabilities> XML = new FeatureCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** An interrupt controller of ARM: version. */
  Optional<Capability> gic();

  /** Whether a guest can tell where its core dump is. */
  Optional<Boolean> vmCoreInfo();

  /** Whether a guest can have a generation ID. */
  Optional<Boolean> generationId();

  /**
   * Whether the backing chain that a disk says is used, instead of what its image says. Since
   * libvirt 5.10.0.
   */
  Optional<Boolean> backingStoreInput();

  /** Whether backups and checkpoints can be made. */
  Optional<Boolean> backup();

  /** Whether memory can be given back after a domain has ended. */
  Optional<Boolean> asyncTeardown();

  /** Whether an s390 guest's memory can be kept from the host. */
  Optional<Boolean> s390ProtectedVirtualization();

  /** Whether the PS/2 controller of a PC can be left out. */
  Optional<Boolean> ps2();

  /** How a guest's memory can be encrypted by AMD's SEV. */
  Optional<SevCapability> sev();

  /** What enclaves of Intel's SGX a guest can have. */
  Optional<SgxCapability> sgx();

  /** What helps Windows guests: features. */
  Optional<Capability> hyperv();

  /** How a guest's memory can be kept from the host: sectype. Since libvirt 10.5.0. */
  Optional<Capability> launchSecurity();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFeatureCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FeatureCapabilitiesXml extends XmlMapping<FeatureCapabilities> {

  FeatureCapabilitiesXml() {
    super("features");
  }

  @Override
  protected FeatureCapabilities read(XmlIn in) {
    FeatureCapabilities.Builder b = FeatureCapabilities.builder();
    XmlIn gic = in.child("gic");
    if (gic.present()) b.gic(gic.read(Capability.XML));
    if (in.child("vmcoreinfo").yesNo("supported")) b.vmCoreInfo(in.flag());
    if (in.child("genid").yesNo("supported")) b.generationId(in.flag());
    if (in.child("backingStoreInput").yesNo("supported")) b.backingStoreInput(in.flag());
    if (in.child("backup").yesNo("supported")) b.backup(in.flag());
    if (in.child("async-teardown").yesNo("supported")) b.asyncTeardown(in.flag());
    if (in.child("s390-pv").yesNo("supported")) b.s390ProtectedVirtualization(in.flag());
    if (in.child("ps2").yesNo("supported")) b.ps2(in.flag());
    XmlIn sev = in.child("sev");
    if (sev.present()) b.sev(sev.read(SevCapability.XML));
    XmlIn sgx = in.child("sgx");
    if (sgx.present()) b.sgx(sgx.read(SgxCapability.XML));
    XmlIn hyperv = in.child("hyperv");
    if (hyperv.present()) b.hyperv(hyperv.read(Capability.XML));
    XmlIn launchSecurity = in.child("launchSecurity");
    if (launchSecurity.present()) b.launchSecurity(launchSecurity.read(Capability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FeatureCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.write("gic", Capability.XML, value.gic());
    out.beginPart("vmcoreinfo");
    out.yesNo("supported", value.vmCoreInfo());
    out.end();
    out.beginPart("genid");
    out.yesNo("supported", value.generationId());
    out.end();
    out.beginPart("backingStoreInput");
    out.yesNo("supported", value.backingStoreInput());
    out.end();
    out.beginPart("backup");
    out.yesNo("supported", value.backup());
    out.end();
    out.beginPart("async-teardown");
    out.yesNo("supported", value.asyncTeardown());
    out.end();
    out.beginPart("s390-pv");
    out.yesNo("supported", value.s390ProtectedVirtualization());
    out.end();
    out.beginPart("ps2");
    out.yesNo("supported", value.ps2());
    out.end();
    out.write("sev", SevCapability.XML, value.sev());
    out.write("sgx", SgxCapability.XML, value.sgx());
    out.write("hyperv", Capability.XML, value.hyperv());
    out.write("launchSecurity", Capability.XML, value.launchSecurity());
    out.end();
  }
}
