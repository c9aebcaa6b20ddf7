package io.kvmsdk.domain.definition;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A number by which a guest sees that it was rolled back or copied. Since libvirt 4.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#general-metadata">libvirt: General
 *     metadata</a>
 */
@Value.Immutable
@ValueStyle
public interface GenerationId extends WithGenerationId {

  /** How it is read and written. */
  XmlMapping<GenerationId> XML = new GenerationIdXml();

  /** One that libvirt makes up. */
  static GenerationId generated() {
    return builder().build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <genid>} says, keeping what has no name here. */
  static GenerationId fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <genid>} says. */
  static GenerationId fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <genid>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The number. Absent means that libvirt makes one up. */
  Optional<UUID> uuid();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGenerationId.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GenerationIdXml extends XmlMapping<GenerationId> {

  GenerationIdXml() {
    super("genid");
  }

  @Override
  protected GenerationId read(XmlIn in) {
    GenerationId.Builder b = GenerationId.builder();
    if (in.textIfAny()) b.uuid(in.uuid());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(GenerationId value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.text(value.uuid());
    out.end();
  }
}
