package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What QEMU is told of devices, against what libvirt says. It marks the domain as tainted. Since
 * libvirt 8.2.0.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#overriding-properties-of-qemu-devices">libvirt:
 *     Overriding properties of QEMU devices</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuOverride extends WithQemuOverride {

  /** How it is read and written. */
  XmlMapping<QemuOverride> XML = new QemuOverrideXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The devices. */
  List<QemuDeviceOverride> devices();

  /** What is said of the device with that alias. */
  default Optional<QemuDeviceOverride> device(String alias) {
    return devices().stream().filter(device -> device.alias().equals(alias)).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuOverride.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuOverrideXml extends XmlMapping<QemuOverride> {

  QemuOverrideXml() {
    super("override");
  }

  @Override
  protected QemuOverride read(XmlIn in) {
    QemuOverride.Builder b = QemuOverride.builder();
    for (XmlIn device : in.children(HypervisorNamespace.QEMU, "device"))
      b.addDevice(device.read(QemuDeviceOverride.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuOverride value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.writeAll("device", QemuDeviceOverride.XML, value.devices());
    out.end();
  }
}
