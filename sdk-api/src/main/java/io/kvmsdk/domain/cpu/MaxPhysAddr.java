package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How many bits a physical address has in a guest, and so how much memory it can address. Since
 * libvirt 8.7.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface MaxPhysAddr extends WithMaxPhysAddr {

  /** How it is read and written. */
  XmlMapping<MaxPhysAddr> XML = new MaxPhysAddrXml();

  /** As many as the host's CPU has. */
  static MaxPhysAddr passthrough() {
    return builder().mode(MaxPhysAddrMode.PASSTHROUGH).build();
  }

  /** So many, on any host that has no fewer. */
  static MaxPhysAddr bits(int bits) {
    return builder().mode(MaxPhysAddrMode.EMULATE).bits(bits).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Where the number comes from. */
  MaxPhysAddrMode mode();

  /**
   * How many, for {@link MaxPhysAddrMode#EMULATE}; not more than the hypervisor supports. It can be
   * absent since libvirt 9.2.0.
   */
  Optional<Integer> bits();

  /**
   * How many at most, for {@link MaxPhysAddrMode#PASSTHROUGH}; absent means as the host. Since
   * libvirt 9.3.0.
   */
  Optional<Integer> limit();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMaxPhysAddr.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MaxPhysAddrXml extends XmlMapping<MaxPhysAddr> {

  MaxPhysAddrXml() {
    super("maxphysaddr");
  }

  @Override
  protected MaxPhysAddr read(XmlIn in) {
    MaxPhysAddr.Builder b = MaxPhysAddr.builder();
    b.mode(new MaxPhysAddrMode(in.required("mode")));
    if (in.intAttr("bits")) b.bits(in.intValue());
    if (in.intAttr("limit")) b.limit(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MaxPhysAddr value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode().toString());
    out.attr("bits", value.bits());
    out.attr("limit", value.limit());
    out.end();
  }
}
