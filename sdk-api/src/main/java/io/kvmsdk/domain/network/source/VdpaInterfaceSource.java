package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A vDPA device of the host, which moves packets as a virtio card does. Since libvirt 6.9.0 and
 * QEMU 5.1.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#vdpa-devices">libvirt: vDPA devices</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VdpaInterfaceSource extends InterfaceSource, WithVdpaInterfaceSource
    permits ImmutableVdpaInterfaceSource {

  /** How it is read and written. */
  XmlMapping<VdpaInterfaceSource> XML = new VdpaInterfaceSourceXml();

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
    return "vdpa";
  }

  /** The device, such as {@code /dev/vhost-vdpa-0}. */
  String device();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVdpaInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VdpaInterfaceSourceXml extends XmlMapping<VdpaInterfaceSource> {

  VdpaInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected VdpaInterfaceSource read(XmlIn in) {
    VdpaInterfaceSource.Builder b = VdpaInterfaceSource.builder();
    b.device(in.required("dev"));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VdpaInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.end();
  }
}
