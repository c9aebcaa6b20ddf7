package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What libvirt is to believe of the QEMU that it runs, against what it found out. For tests. Since
 * libvirt 5.5.0.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#qemu-feature-configuration-for-testing">libvirt:
 *     QEMU feature configuration for testing</a>
 */
@Value.Immutable
@ValueStyle
public interface QemuCapabilities extends WithQemuCapabilities {

  /** How it is read and written. */
  XmlMapping<QemuCapabilities> XML = new QemuCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What it is to believe that this QEMU can do, by libvirt's names. */
  List<String> additions();

  /** What it is to believe that this QEMU cannot do. */
  List<String> deletions();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableQemuCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class QemuCapabilitiesXml extends XmlMapping<QemuCapabilities> {

  QemuCapabilitiesXml() {
    super("capabilities");
  }

  @Override
  protected QemuCapabilities read(XmlIn in) {
    QemuCapabilities.Builder b = QemuCapabilities.builder();
    for (String text : in.attrsOf(HypervisorNamespace.QEMU, "add", "capability"))
      b.addAddition(text);
    for (String text : in.attrsOf(HypervisorNamespace.QEMU, "del", "capability"))
      b.addDeletion(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(QemuCapabilities value, String name, XmlOut out) {
    out.begin("qemu", HypervisorNamespace.QEMU, name, value.extras());
    out.partAttrs("qemu", HypervisorNamespace.QEMU, "add", "capability", value.additions());
    out.partAttrs("qemu", HypervisorNamespace.QEMU, "del", "capability", value.deletions());
    out.end();
  }
}
