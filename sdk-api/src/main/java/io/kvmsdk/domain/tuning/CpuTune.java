package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How the threads of a domain are placed on the CPUs of the host, and what time they get.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuTune extends WithCpuTune {

  /** How it is read and written. */
  XmlMapping<CpuTune> XML = new CpuTuneXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <cputune>} says, keeping what has no name here. */
  static CpuTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <cputune>} says. */
  static CpuTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <cputune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuTuneXml extends XmlMapping<CpuTune> {

  CpuTuneXml() {
    super("cputune");
  }

  @Override
  protected CpuTune read(XmlIn in) {
    CpuTune.Builder b = CpuTune.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
