package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A counter of a host's CPU by which time can be measured.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuCounter extends WithCpuCounter {

  /** How it is read and written. */
  XmlMapping<CpuCounter> XML = new CpuCounterXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which one; x86 has {@code tsc}. */
  String name();

  /** How often it counts each second, in Hz; at least 1. */
  long frequency();

  /** Whether a guest can be shown another frequency. */
  Optional<Boolean> scaling();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuCounter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuCounterXml extends XmlMapping<CpuCounter> {

  CpuCounterXml() {
    super("counter");
  }

  @Override
  protected CpuCounter read(XmlIn in) {
    CpuCounter.Builder b = CpuCounter.builder();
    b.name(in.required("name"));
    if (!in.longAttr("frequency")) throw in.missing("@frequency");
    b.frequency(in.longValue());
    if (in.yesNo("scaling")) b.scaling(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuCounter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("frequency", value.frequency());
    out.yesNo("scaling", value.scaling());
    out.end();
  }
}
