package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What enclaves of Intel's SGX a guest can have.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#sgx-capabilities">libvirt: SGX
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface SgxCapability extends WithSgxCapability {

  /** How it is read and written. */
  XmlMapping<SgxCapability> XML = new SgxCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it can have any. */
  boolean supported();

  /** Whether the guest can choose who signs them. */
  Optional<Boolean> flexibleLaunchControl();

  /** Whether they have the instructions of version 1. */
  Optional<Boolean> sgx1();

  /** Whether they have the instructions of version 2. */
  Optional<Boolean> sgx2();

  /** The memory for enclaves of the host. */
  Optional<ByteSize> sectionSize();

  /** That memory, node by node. */
  List<SgxSection> sections();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSgxCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SgxCapabilityXml extends XmlMapping<SgxCapability> {

  SgxCapabilityXml() {
    super("sgx");
  }

  @Override
  protected SgxCapability read(XmlIn in) {
    SgxCapability.Builder b = SgxCapability.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    if (in.child("flc").yesNoText()) b.flexibleLaunchControl(in.flag());
    if (in.child("sgx1").yesNoText()) b.sgx1(in.flag());
    if (in.child("sgx2").yesNoText()) b.sgx2(in.flag());
    if (in.child("section_size").sizeText("KiB")) b.sectionSize(in.size());
    XmlIn sections = in.child("sections");
    for (XmlIn sectionsSection : sections.children("section"))
      b.addSection(sectionsSection.read(SgxSection.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SgxCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("supported", Optional.of(value.supported()));
    out.beginPart("flc");
    out.yesNoText(value.flexibleLaunchControl());
    out.end();
    out.beginPart("sgx1");
    out.yesNoText(value.sgx1());
    out.end();
    out.beginPart("sgx2");
    out.yesNoText(value.sgx2());
    out.end();
    out.partSize("section_size", value.sectionSize());
    out.beginPart("sections");
    out.writeAll("section", SgxSection.XML, value.sections());
    out.end();
    out.end();
  }
}
