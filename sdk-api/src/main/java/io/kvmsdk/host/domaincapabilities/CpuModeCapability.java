package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * A way of choosing the CPU of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
public sealed interface CpuModeCapability
    permits CustomMode, HostModelMode, HostPassthroughMode, MaximumMode, UnknownCpuModeCapability {

  /** How it is read and written. */
  XmlMapping<CpuModeCapability> XML = new CpuModeCapabilityXml();

  /** What libvirt calls the kind, in the attribute {@code name}. */
  String type();

  /** Whether a CPU can be chosen in this way. */
  default boolean supported() {
    return extras().attribute("supported").filter("yes"::equals).isPresent();
  }

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class CpuModeCapabilityXml extends XmlMapping<CpuModeCapability> {

  CpuModeCapabilityXml() {
    super("mode");
  }

  @Override
  protected CpuModeCapability read(XmlIn in) {
    String type = in.required("name");
    return switch (type) {
      case "host-passthrough" -> in.read(HostPassthroughMode.XML);
      case "maximum" -> in.read(MaximumMode.XML);
      case "host-model" -> in.read(HostModelMode.XML);
      case "custom" -> in.read(CustomMode.XML);
      default -> UnknownCpuModeCapability.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(CpuModeCapability value, String name, XmlOut out) {
    if (value instanceof HostPassthroughMode hostPassthroughMode) {
      out.write(name, HostPassthroughMode.XML, hostPassthroughMode);
    } else if (value instanceof MaximumMode maximumMode) {
      out.write(name, MaximumMode.XML, maximumMode);
    } else if (value instanceof HostModelMode hostModelMode) {
      out.write(name, HostModelMode.XML, hostModelMode);
    } else if (value instanceof CustomMode customMode) {
      out.write(name, CustomMode.XML, customMode);
    } else {
      out.begin(name, value.extras());
      out.attr("name", value.type());
      out.end();
    }
  }
}
