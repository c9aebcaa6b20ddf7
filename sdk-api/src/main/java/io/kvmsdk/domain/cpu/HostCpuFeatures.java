package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What hosts say of their CPU beside its named features.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface HostCpuFeatures extends WithHostCpuFeatures {

  /** How it is read and written. */
  XmlMapping<HostCpuFeatures> XML = new HostCpuFeaturesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether 32-bit guests can use physical address extension. */
  boolean pae();

  /** Whether 32-bit guests can do without it. */
  boolean nonPae();

  /** Whether it has Intel's virtualisation. */
  boolean vmx();

  /** Whether it has AMD's virtualisation. */
  boolean svm();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostCpuFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
      pae(false);
      nonPae(false);
      vmx(false);
      svm(false);
    }
  }
}

final class HostCpuFeaturesXml extends XmlMapping<HostCpuFeatures> {

  HostCpuFeaturesXml() {
    super("features");
  }

  @Override
  protected HostCpuFeatures read(XmlIn in) {
    HostCpuFeatures.Builder b = HostCpuFeatures.builder();
    b.pae(in.has("pae"));
    b.nonPae(in.has("nonpae"));
    b.vmx(in.has("vmx"));
    b.svm(in.has("svm"));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(HostCpuFeatures value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.flag("pae", value.pae());
    out.flag("nonpae", value.nonPae());
    out.flag("vmx", value.vmx());
    out.flag("svm", value.svm());
    out.end();
  }
}
