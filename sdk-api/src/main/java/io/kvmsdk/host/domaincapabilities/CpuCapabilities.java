package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.domain.cpu.CpuMode;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What CPUs domains can have.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#cpu-configuration">libvirt: CPU
 *     configuration</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuCapabilities extends WithCpuCapabilities {

  /** How it is read and written. */
  XmlMapping<CpuCapabilities> XML = new CpuCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The ways of choosing a CPU. */
  List<CpuModeCapability> modes();

  /** The host's own CPU; empty where nothing is said of it. */
  default Optional<HostPassthroughMode> hostPassthrough() {
    return mode(HostPassthroughMode.class);
  }

  /** All that the hypervisor can show; empty where nothing is said of it. */
  default Optional<MaximumMode> maximum() {
    return mode(MaximumMode.class);
  }

  /** The CPU nearest to the host's; empty where nothing is said of it. */
  default Optional<HostModelMode> hostModel() {
    return mode(HostModelMode.class);
  }

  /** Named models; empty where nothing is said of them. */
  default Optional<CustomMode> custom() {
    return mode(CustomMode.class);
  }

  /** Whether it is said that a CPU can be chosen in that way. */
  default boolean supports(CpuMode mode) {
    return modes().stream().anyMatch(one -> one.type().equals(mode.value()) && one.supported());
  }

  private <T extends CpuModeCapability> Optional<T> mode(Class<T> kind) {
    return modes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuCapabilitiesXml extends XmlMapping<CpuCapabilities> {

  CpuCapabilitiesXml() {
    super("cpu");
  }

  @Override
  protected CpuCapabilities read(XmlIn in) {
    CpuCapabilities.Builder b = CpuCapabilities.builder();
    for (XmlIn mode : in.children("mode")) b.addMode(mode.read(CpuModeCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("mode", CpuModeCapability.XML, value.modes());
    out.end();
  }
}
