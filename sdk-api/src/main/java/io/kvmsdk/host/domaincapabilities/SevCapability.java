package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a guest's memory can be encrypted by AMD's SEV.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#sev-capabilities">libvirt: SEV
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface SevCapability extends WithSevCapability {

  /** How it is read and written. */
  XmlMapping<SevCapability> XML = new SevCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it can be had. */
  boolean supported();

  /** The bit of a physical address that tells that a page is encrypted. */
  Optional<Integer> cbitpos();

  /** How many bits of a physical address are lost to it. */
  Optional<Integer> reducedPhysBits();

  /** How many guests can run with SEV at once. */
  Optional<Integer> maxGuests();

  /** How many guests can run with SEV-ES at once. */
  Optional<Integer> maxEsGuests();

  /** The identity of the first CPU, for which its maker signs, in Base64. */
  Optional<String> cpu0Id();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSevCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SevCapabilityXml extends XmlMapping<SevCapability> {

  SevCapabilityXml() {
    super("sev");
  }

  @Override
  protected SevCapability read(XmlIn in) {
    SevCapability.Builder b = SevCapability.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    if (in.child("cbitpos").intText()) b.cbitpos(in.intValue());
    if (in.child("reducedPhysBits").intText()) b.reducedPhysBits(in.intValue());
    if (in.child("maxGuests").intText()) b.maxGuests(in.intValue());
    if (in.child("maxESGuests").intText()) b.maxEsGuests(in.intValue());
    if (in.child("cpu0Id").text()) b.cpu0Id(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SevCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("supported", Optional.of(value.supported()));
    out.partText("cbitpos", value.cbitpos());
    out.partText("reducedPhysBits", value.reducedPhysBits());
    out.partText("maxGuests", value.maxGuests());
    out.partText("maxESGuests", value.maxEsGuests());
    out.partText("cpu0Id", value.cpu0Id());
    out.end();
  }
}
