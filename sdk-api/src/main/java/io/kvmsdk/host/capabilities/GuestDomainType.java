package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A kind of domain as which a guest can be run.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#guest-capabilities">libvirt: Guest
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestDomainType extends WithGuestDomainType {

  /** How it is read and written. */
  XmlMapping<GuestDomainType> XML = new GuestDomainTypeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The kind, for the type of a domain, such as kvm. */
  String type();

  /** The path of the program that runs it. Absent means that of the guest. */
  Optional<String> emulator();

  /** The machine types. Empty means those of the guest. */
  List<GuestMachine> machines();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestDomainType.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GuestDomainTypeXml extends XmlMapping<GuestDomainType> {

  GuestDomainTypeXml() {
    super("domain");
  }

  @Override
  protected GuestDomainType read(XmlIn in) {
    GuestDomainType.Builder b = GuestDomainType.builder();
    b.type(in.required("type"));
    if (in.child("emulator").text()) b.emulator(in.value());
    for (XmlIn machine : in.children("machine")) b.addMachine(machine.read(GuestMachine.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GuestDomainType value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("emulator", value.emulator());
    out.writeAll("machine", GuestMachine.XML, value.machines());
    out.end();
  }
}
