package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.host.ValueList;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The guest sees all that the hypervisor can show.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MaximumMode extends CpuModeCapability, WithMaximumMode
    permits ImmutableMaximumMode {

  /** How it is read and written. */
  XmlMapping<MaximumMode> XML = new MaximumModeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "maximum";
  }

  /** Whether it can be had. */
  boolean supported();

  /** The values: maximumMigratable. */
  List<ValueList> lists();

  /** Whether features that hinder migration can be left out of it. */
  default boolean migratable() {
    return ValueList.find(lists(), "maximumMigratable").contains("on");
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMaximumMode.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MaximumModeXml extends XmlMapping<MaximumMode> {

  MaximumModeXml() {
    super("mode");
  }

  @Override
  protected MaximumMode read(XmlIn in) {
    MaximumMode.Builder b = MaximumMode.builder();
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    for (XmlIn enumPart : in.children("enum")) b.addList(enumPart.read(ValueList.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MaximumMode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.type());
    out.yesNo("supported", Optional.of(value.supported()));
    out.writeAll("enum", ValueList.XML, value.lists());
    out.end();
  }
}
