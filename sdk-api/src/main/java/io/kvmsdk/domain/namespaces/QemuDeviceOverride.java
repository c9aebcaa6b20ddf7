package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What QEMU is told of one device, against what libvirt says.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#overriding-properties-of-qemu-devices">libvirt:
 *     Overriding properties of QEMU devices</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuDeviceOverride extends WithQemuDeviceOverride {

  /** How it is read and written. */
  XmlMapping<QemuDeviceOverride> XML = new QemuDeviceOverrideXml();

  /** These properties of the device with that alias. */
  static QemuDeviceOverride of(String alias, QemuProperty... properties) {
    return builder().alias(alias).addProperties(properties).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The alias of the device; best one that the definition gives it, which begins with {@code ua-}.
   */
  String alias();

  /** The properties of what the guest sees of it. */
  List<QemuProperty> properties();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuDeviceOverride.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuDeviceOverrideXml extends XmlMapping<QemuDeviceOverride> {

  QemuDeviceOverrideXml() {
    super("device");
  }

  @Override
  protected QemuDeviceOverride read(XmlIn in) {
    QemuDeviceOverride.Builder b = QemuDeviceOverride.builder();
    b.alias(in.required("alias"));
    XmlIn frontend = in.child(HypervisorNamespace.QEMU, "frontend");
    for (XmlIn frontendProperty : frontend.children(HypervisorNamespace.QEMU, "property"))
      b.addProperty(frontendProperty.read(QemuProperty.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuDeviceOverride value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.attr("alias", value.alias());
    out.beginPart("qemu", HypervisorNamespace.QEMU, "frontend");
    out.writeAll("property", QemuProperty.XML, value.properties());
    out.end();
    out.end();
  }
}
