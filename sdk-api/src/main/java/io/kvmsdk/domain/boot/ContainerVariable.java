package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An environment variable of the first process of a container.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#container-boot">libvirt: Container boot</a>
 */
@Value.Immutable
@ValueStyle
public interface ContainerVariable extends WithContainerVariable {

  /** How it is read and written. */
  XmlMapping<ContainerVariable> XML = new ContainerVariableXml();

  /** That variable. */
  static ContainerVariable of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name. */
  String name();

  /** Its value. */
  @Value.Redacted
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableContainerVariable.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ContainerVariableXml extends XmlMapping<ContainerVariable> {

  ContainerVariableXml() {
    super("initenv");
  }

  @Override
  protected ContainerVariable read(XmlIn in) {
    ContainerVariable.Builder b = ContainerVariable.builder();
    b.name(in.required("name"));
    if (!in.text()) throw in.unreadable("a text");
    b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ContainerVariable value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.text(value.value());
    out.end();
  }
}
