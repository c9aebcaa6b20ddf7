package io.kvmsdk.host.capabilities;

import io.kvmsdk.domain.boot.OsType;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A kind of guest that a host can run: its architecture, and what runs it.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#guest-capabilities">libvirt: Guest
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestCapabilities extends WithGuestCapabilities {

  /** How it is read and written. */
  XmlMapping<GuestCapabilities> XML = new GuestCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What is run: a whole operating system, a Xen guest or a container. */
  OsType osType();

  /** The architecture, such as x86_64. */
  String arch();

  /** How many bits its words have: 31, 32 or 64. */
  int wordSize();

  /** The path of the program that runs it, unless the kind of domain says another. */
  Optional<String> emulator();

  /** The path of its loader, for Xen. */
  Optional<String> loader();

  /** The machine types, unless the kind of domain says others. */
  List<GuestMachine> machines();

  /** What can run it. */
  List<GuestDomainType> domains();

  /** What else can be had. */
  Optional<GuestFeatures> features();

  /** What can run it under that name, such as {@code kvm}. */
  default Optional<GuestDomainType> domain(String type) {
    return domains().stream().filter(one -> one.type().equals(type)).findFirst();
  }

  /** The path of the program that runs it as that kind of domain. */
  default Optional<String> emulator(String domainType) {
    return domain(domainType).flatMap(one -> one.emulator().or(this::emulator));
  }

  /** The machine types that it can have as that kind of domain. */
  default List<GuestMachine> machines(String domainType) {
    return domain(domainType)
        .map(one -> one.machines().isEmpty() ? machines() : one.machines())
        .orElse(List.of());
  }

  /** The machine type of that name, where several kinds of domain have it the one of the first. */
  default Optional<GuestMachine> machine(String name) {
    return Stream.concat(
            machines().stream(), domains().stream().flatMap(one -> one.machines().stream()))
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GuestCapabilitiesXml extends XmlMapping<GuestCapabilities> {

  GuestCapabilitiesXml() {
    super("guest");
  }

  @Override
  protected GuestCapabilities read(XmlIn in) {
    GuestCapabilities.Builder b = GuestCapabilities.builder();
    XmlIn osType = in.child("os_type");
    if (!osType.text()) throw osType.unreadable("a value");
    b.osType(new OsType(in.value()));
    XmlIn arch = in.child("arch");
    b.arch(arch.required("name"));
    XmlIn archWordsize = arch.child("wordsize");
    if (!archWordsize.intText()) throw archWordsize.unreadable("a value");
    b.wordSize(in.intValue());
    if (arch.child("emulator").text()) b.emulator(in.value());
    if (arch.child("loader").text()) b.loader(in.value());
    for (XmlIn archMachine : arch.children("machine"))
      b.addMachine(archMachine.read(GuestMachine.XML));
    for (XmlIn archDomain : arch.children("domain"))
      b.addDomain(archDomain.read(GuestDomainType.XML));
    XmlIn features = in.child("features");
    if (features.present()) b.features(features.read(GuestFeatures.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GuestCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("os_type");
    out.text(String.valueOf(value.osType()));
    out.end();
    out.beginPart("arch");
    out.attr("name", value.arch());
    out.beginPart("wordsize");
    out.text(String.valueOf(value.wordSize()));
    out.end();
    out.partText("emulator", value.emulator());
    out.partText("loader", value.loader());
    out.writeAll("machine", GuestMachine.XML, value.machines());
    out.writeAll("domain", GuestDomainType.XML, value.domains());
    out.end();
    out.write("features", GuestFeatures.XML, value.features());
    out.end();
  }
}
