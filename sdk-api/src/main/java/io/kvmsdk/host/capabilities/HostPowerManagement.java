package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How a host can sleep.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface HostPowerManagement extends WithHostPowerManagement {

  /** How it is read and written. */
  XmlMapping<HostPowerManagement> XML = new HostPowerManagementXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it can sleep with its memory kept alive (S3). */
  boolean suspendToMemory();

  /** Whether it can write its memory to disk and power off (S4). */
  boolean suspendToDisk();

  /** Whether it can do both at once. */
  boolean hybridSuspend();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostPowerManagement.Builder {
    Builder() {
      extras(Extras.NONE);
      suspendToMemory(false);
      suspendToDisk(false);
      hybridSuspend(false);
    }
  }
}

final class HostPowerManagementXml extends XmlMapping<HostPowerManagement> {

  HostPowerManagementXml() {
    super("power_management");
  }

  @Override
  protected HostPowerManagement read(XmlIn in) {
    HostPowerManagement.Builder b = HostPowerManagement.builder();
    b.suspendToMemory(in.has("suspend_mem"));
    b.suspendToDisk(in.has("suspend_disk"));
    b.hybridSuspend(in.has("suspend_hybrid"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostPowerManagement value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.flag("suspend_mem", value.suspendToMemory());
    out.flag("suspend_disk", value.suspendToDisk());
    out.flag("suspend_hybrid", value.hybridSuspend());
    out.end();
  }
}
