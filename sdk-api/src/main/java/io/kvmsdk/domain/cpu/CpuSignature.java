package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The numbers by which an x86 CPU says what it is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuSignature extends WithCpuSignature {

  /** How it is read and written. */
  XmlMapping<CpuSignature> XML = new CpuSignatureXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The family; at least 1. */
  int family();

  /** The model within its family. */
  int model();

  /** The revision of that model. */
  int stepping();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuSignature.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuSignatureXml extends XmlMapping<CpuSignature> {

  CpuSignatureXml() {
    super("signature");
  }

  @Override
  protected CpuSignature read(XmlIn in) {
    CpuSignature.Builder b = CpuSignature.builder();
    if (!in.intAttr("family")) throw in.missing("@family");
    b.family(in.intValue());
    if (!in.intAttr("model")) throw in.missing("@model");
    b.model(in.intValue());
    if (!in.intAttr("stepping")) throw in.missing("@stepping");
    b.stepping(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuSignature value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("family", value.family());
    out.attr("model", value.model());
    out.attr("stepping", value.stepping());
    out.end();
  }
}
