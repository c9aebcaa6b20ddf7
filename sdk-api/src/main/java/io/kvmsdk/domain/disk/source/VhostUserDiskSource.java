package io.kvmsdk.domain.disk.source;

import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A disk that another process of the host provides, over vhost-user. Nearly nothing else can be
 * said of such a disk, and block jobs and snapshots of it cannot be had. Since libvirt 7.1.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VhostUserDiskSource extends DiskSource, WithVhostUserDiskSource
    permits ImmutableVhostUserDiskSource {

  /** How it is read and written. */
  XmlMapping<VhostUserDiskSource> XML = new VhostUserDiskSourceXml();

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
    return "vhostuser";
  }

  /** The kind of socket: always {@code unix}. */
  String socketType();

  /** The absolute path of the socket. */
  String path();

  /** What happens when the connection is lost. Absent means that the disk is lost. */
  Optional<Reconnect> reconnect();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVhostUserDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
      socketType("unix");
    }
  }
}

final class VhostUserDiskSourceXml extends XmlMapping<VhostUserDiskSource> {

  VhostUserDiskSourceXml() {
    super("source");
  }

  @Override
  protected VhostUserDiskSource read(XmlIn in) {
    VhostUserDiskSource.Builder b = VhostUserDiskSource.builder();
    b.socketType(in.required("type"));
    b.path(in.required("path"));
    XmlIn reconnect = in.child("reconnect");
    if (reconnect.present()) b.reconnect(reconnect.read(Reconnect.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VhostUserDiskSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.socketType());
    out.attr("path", value.path());
    out.write("reconnect", Reconnect.XML, value.reconnect());
    out.end();
  }
}
