package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which of Linux's capabilities root has in a container. What is allowed beyond libvirt's default
 * can be a way out of the container.
 *
 * @see <a href="https://libvirt.org/drvlxc.html">libvirt: LXC container driver</a>
 */
@Value.Immutable
@ValueStyle
public interface ContainerCapabilities extends WithContainerCapabilities {

  /** How they are read and written. */
  XmlMapping<ContainerCapabilities> XML = new ContainerCapabilitiesXml();

  /** None but these. */
  static ContainerCapabilities only(LinuxCapability... allowed) {
    return of(CapabilityPolicy.DENY, true, allowed);
  }

  /** All but these. */
  static ContainerCapabilities allBut(LinuxCapability... denied) {
    return of(CapabilityPolicy.ALLOW, false, denied);
  }

  private static ContainerCapabilities of(
      CapabilityPolicy policy, boolean on, LinuxCapability... names) {
    Builder b = builder().policy(policy);
    for (LinuxCapability name : names) {
      b.addCapability(ContainerCapability.of(name, on));
    }
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which of those that are not listed it has. */
  CapabilityPolicy policy();

  /** Single ones that it has, or has not, whatever the policy. */
  List<ContainerCapability> capabilities();

  /** Whether it has that one, if the list says so; else it is up to the policy. */
  default Optional<Boolean> state(LinuxCapability name) {
    return capabilities().stream()
        .filter(capability -> capability.name().equals(name))
        .findFirst()
        .flatMap(ContainerCapability::state);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableContainerCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
      policy(CapabilityPolicy.DEFAULT);
    }
  }
}

final class ContainerCapabilitiesXml extends XmlMapping<ContainerCapabilities> {

  ContainerCapabilitiesXml() {
    super("capabilities");
  }

  @Override
  protected ContainerCapabilities read(XmlIn in) {
    ContainerCapabilities.Builder b = ContainerCapabilities.builder();
    b.policy(new CapabilityPolicy(in.attrOr("policy", "default")));
    for (XmlIn child : in.children()) b.addCapability(child.read(ContainerCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ContainerCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("policy", value.policy().value());
    out.writeAll(ContainerCapability.XML, value.capabilities());
    out.end();
  }
}
