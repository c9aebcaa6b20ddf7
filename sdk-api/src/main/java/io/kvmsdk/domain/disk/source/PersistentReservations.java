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
 * How a guest can make persistent reservations on a SCSI device, as clusters do; QEMU wants a
 * helper with more rights for it. Since libvirt 4.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface PersistentReservations extends WithPersistentReservations {

  /** How it is read and written. */
  XmlMapping<PersistentReservations> XML = new PersistentReservationsXml();

  /** By a helper that libvirt starts and ends. */
  static PersistentReservations managedByLibvirt() {
    return builder().managed(true).build();
  }

  /** By a helper that listens on that unix socket. */
  static PersistentReservations helper(String socket) {
    return builder()
        .managed(false)
        .socketType("unix")
        .socketPath(socket)
        .socketMode("client")
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether libvirt starts the helper. */
  Optional<Boolean> managed();

  /** The kind of socket: always {@code unix}. */
  Optional<String> socketType();

  /** The absolute path of the socket of a helper that libvirt does not start. */
  Optional<String> socketPath();

  /** Which end QEMU is: always {@code client}. */
  Optional<String> socketMode();

  /** What happens when the connection is lost. */
  Optional<Reconnect> reconnect();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePersistentReservations.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PersistentReservationsXml extends XmlMapping<PersistentReservations> {

  PersistentReservationsXml() {
    super("reservations");
  }

  @Override
  protected PersistentReservations read(XmlIn in) {
    PersistentReservations.Builder b = PersistentReservations.builder();
    if (in.yesNo("managed")) b.managed(in.flag());
    XmlIn source = in.child("source");
    if (source.attr("type")) b.socketType(in.value());
    if (source.attr("path")) b.socketPath(in.value());
    if (source.attr("mode")) b.socketMode(in.value());
    XmlIn sourceReconnect = source.child("reconnect");
    if (sourceReconnect.present()) b.reconnect(sourceReconnect.read(Reconnect.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PersistentReservations value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("managed", value.managed());
    out.beginPart("source");
    out.attr("type", value.socketType());
    out.attr("path", value.socketPath());
    out.attr("mode", value.socketMode());
    out.write("reconnect", Reconnect.XML, value.reconnect());
    out.end();
    out.end();
  }
}
