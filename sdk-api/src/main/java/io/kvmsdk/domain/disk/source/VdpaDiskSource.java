package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A disk that is a vDPA device of the host. Since libvirt 9.8.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VdpaDiskSource extends DiskSource, WithVdpaDiskSource
    permits ImmutableVdpaDiskSource {

  /** How it is read and written. */
  XmlMapping<VdpaDiskSource> XML = new VdpaDiskSourceXml();

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
    return "vhostvdpa";
  }

  /** The absolute path, such as {@code /dev/vhost-vdpa-0}. */
  String device();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVdpaDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VdpaDiskSourceXml extends XmlMapping<VdpaDiskSource> {

  VdpaDiskSourceXml() {
    super("source");
  }

  @Override
  protected VdpaDiskSource read(XmlIn in) {
    VdpaDiskSource.Builder b = VdpaDiskSource.builder();
    b.device(in.required("dev"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VdpaDiskSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("dev", value.device());
    out.end();
  }
}
