package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The option ROM of a PCI device. Since libvirt 0.9.7.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#network-interfaces">libvirt: Network
 *     interfaces</a>
 */
@Value.Immutable
@ValueStyle
public interface Rom extends WithRom {

  /** How it is read and written. */
  XmlMapping<Rom> XML = new RomXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the guest sees the ROM. Absent means what the hypervisor's default is. */
  Optional<Boolean> bar();

  /** The absolute path of a file on the host that is shown as the ROM. Since libvirt 0.9.10. */
  Optional<String> file();

  /**
   * Whether there is a ROM at all; without, the device cannot be booted from. Since libvirt 4.3.0.
   */
  Optional<Boolean> enabled();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRom.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RomXml extends XmlMapping<Rom> {

  RomXml() {
    super("rom");
  }

  @Override
  protected Rom read(XmlIn in) {
    Rom.Builder b = Rom.builder();
    if (in.onOff("bar")) b.bar(in.flag());
    if (in.attr("file")) b.file(in.value());
    if (in.yesNo("enabled")) b.enabled(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(Rom value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.onOff("bar", value.bar());
    out.attr("file", value.file());
    out.yesNo("enabled", value.enabled());
    out.end();
  }
}
