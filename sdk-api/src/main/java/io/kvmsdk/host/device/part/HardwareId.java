package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a device says that it is, or who made it: a number, and its name where the host's database
 * has one.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public interface HardwareId extends WithHardwareId {

  /** How it is read and written. */
  XmlMapping<HardwareId> XML = new HardwareIdXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number in hexadecimal, such as {@code 0x10c9}. */
  String id();

  /** The name. */
  Optional<String> name();

  /**
   * The number.
   *
   * @throws NumberFormatException if {@link #id} is none
   */
  default int number() {
    String digits = id().strip();
    return Integer.parseInt(digits.startsWith("0x") ? digits.substring(2) : digits, 16);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHardwareId.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HardwareIdXml extends XmlMapping<HardwareId> {

  HardwareIdXml() {
    super("product");
  }

  @Override
  protected HardwareId read(XmlIn in) {
    HardwareId.Builder b = HardwareId.builder();
    b.id(in.required("id"));
    if (in.textIfAny()) b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HardwareId value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.text(value.name());
    out.end();
  }
}
