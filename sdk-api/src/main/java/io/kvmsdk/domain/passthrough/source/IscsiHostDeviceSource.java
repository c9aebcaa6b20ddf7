package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.domain.disk.source.DiskAuth;
import io.kvmsdk.domain.disk.source.NetworkHost;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A logical unit of an iSCSI server, as a SCSI device. Since libvirt 1.2.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface IscsiHostDeviceSource extends HostDeviceSource, WithIscsiHostDeviceSource
    permits ImmutableIscsiHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<IscsiHostDeviceSource> XML = new IscsiHostDeviceSourceXml();

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
    return "scsi";
  }

  /**
   * The target, and after a slash the number of the unit: {@code iqn.2014-08.com.example:pool/1}.
   */
  String iqn();

  /** The servers that have it. */
  List<NetworkHost> hosts();

  /** Who logs in. Absent means that nobody has to. */
  Optional<DiskAuth> auth();

  /** By which name the hypervisor connects. Since libvirt 6.7.0. */
  Optional<String> initiator();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIscsiHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IscsiHostDeviceSourceXml extends XmlMapping<IscsiHostDeviceSource> {

  IscsiHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected IscsiHostDeviceSource read(XmlIn in) {
    IscsiHostDeviceSource.Builder b = IscsiHostDeviceSource.builder();
    b.iqn(in.required("name"));
    for (XmlIn host : in.children("host")) b.addHost(host.read(NetworkHost.XML));
    XmlIn auth = in.child("auth");
    if (auth.present()) b.auth(auth.read(DiskAuth.XML));
    XmlIn initiator = in.child("initiator");
    if (initiator.child("iqn").attr("name")) b.initiator(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IscsiHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("protocol", "iscsi");
    out.attr("name", value.iqn());
    out.writeAll("host", NetworkHost.XML, value.hosts());
    out.write("auth", DiskAuth.XML, value.auth());
    out.beginPart("initiator");
    out.part("iqn", "name", value.initiator());
    out.end();
    out.end();
  }
}
