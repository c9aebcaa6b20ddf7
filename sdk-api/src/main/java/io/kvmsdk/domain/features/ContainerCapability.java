package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether root in a container has one of Linux's capabilities. */
@Value.Immutable
@ValueStyle
public interface ContainerCapability extends WithContainerCapability {

  /** How it is read and written; its element is named after the capability. */
  XmlMapping<ContainerCapability> XML = new ContainerCapabilityXml();

  /** Whether it has that one. */
  static ContainerCapability of(LinuxCapability name, boolean on) {
    return builder().name(name).state(on).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which one. */
  LinuxCapability name();

  /** Whether it has it; libvirt wants this said. */
  Optional<Boolean> state();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableContainerCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ContainerCapabilityXml extends XmlMapping<ContainerCapability> {

  ContainerCapabilityXml() {
    super("capability");
  }

  @Override
  protected ContainerCapability read(XmlIn in) {
    ContainerCapability.Builder b = ContainerCapability.builder();
    b.name(new LinuxCapability(in.name()));
    if (in.onOff("state")) b.state(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ContainerCapability value, String name, XmlOut out) {
    out.begin(value.name().value(), value.extras());
    out.onOff("state", value.state());
    out.end();
  }
}
