package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A file with ACPI tables that the guest sees beside those of its machine.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#common-os-element-configuration">libvirt:
 *     Common &lt;os&gt; element configuration</a>
 */
@Value.Immutable
@ValueStyle
public interface AcpiTable extends WithAcpiTable {

  /** How it is read and written. */
  XmlMapping<AcpiTable> XML = new AcpiTableXml();

  /** One table, in a file of the host. */
  static AcpiTable raw(String path) {
    return builder().type(AcpiTableType.RAW).path(path).build();
  }

  /** The licence of a Windows, in a file of the host. */
  static AcpiTable slic(String path) {
    return builder().type(AcpiTableType.SLIC).path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What is in it. Only {@link AcpiTableType#RAW} may stand there several times. */
  AcpiTableType type();

  /** The absolute path on the host. */
  String path();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableAcpiTable.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class AcpiTableXml extends XmlMapping<AcpiTable> {

  AcpiTableXml() {
    super("table");
  }

  @Override
  protected AcpiTable read(XmlIn in) {
    AcpiTable.Builder b = AcpiTable.builder();
    b.type(new AcpiTableType(in.required("type")));
    if (!in.text()) throw in.unreadable("a text");
    b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(AcpiTable value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.text(value.path());
    out.end();
  }
}
