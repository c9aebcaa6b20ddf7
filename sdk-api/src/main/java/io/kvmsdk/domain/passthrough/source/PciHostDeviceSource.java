package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.domain.disk.source.StartupPolicy;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PCI device of the host. Since libvirt 0.6.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PciHostDeviceSource extends HostDeviceSource, WithPciHostDeviceSource
    permits ImmutablePciHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<PciHostDeviceSource> XML = new PciHostDeviceSourceXml();

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
    return "pci";
  }

  /** What happens if it is not there. Absent means {@link StartupPolicy#MANDATORY}. */
  Optional<StartupPolicy> startupPolicy();

  /**
   * Whether only writes to the configuration space that are known to be safe pass; Xen only. Absent
   * means yes. Since libvirt 6.8.0.
   */
  Optional<Boolean> writeFiltering();

  /** Where it sits. */
  HostPciAddress address();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePciHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PciHostDeviceSourceXml extends XmlMapping<PciHostDeviceSource> {

  PciHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected PciHostDeviceSource read(XmlIn in) {
    PciHostDeviceSource.Builder b = PciHostDeviceSource.builder();
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    if (in.yesNo("writeFiltering")) b.writeFiltering(in.flag());
    XmlIn address = in.child("address");
    if (!address.present()) throw in.missing("address");
    b.address(address.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PciHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("startupPolicy", value.startupPolicy());
    out.yesNo("writeFiltering", value.writeFiltering());
    out.write("address", HostPciAddress.XML, value.address());
    out.end();
  }
}
