package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The programmable interrupt controller of x86.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface Apic extends WithApic {

  /** How it is read and written. */
  XmlMapping<Apic> XML = new ApicXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the guest may skip signalling the end of an interrupt. Since libvirt 0.10.2. */
  Optional<Boolean> eoi();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableApic.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ApicXml extends XmlMapping<Apic> {

  ApicXml() {
    super("apic");
  }

  @Override
  protected Apic read(XmlIn in) {
    Apic.Builder b = Apic.builder();
    if (in.onOff("eoi")) b.eoi(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Apic value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.onOff("eoi", value.eoi());
    out.end();
  }
}
