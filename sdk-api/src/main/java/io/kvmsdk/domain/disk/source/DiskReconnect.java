package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happens when the connection to what provides a disk is lost.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskReconnect extends WithDiskReconnect {

  /** How it is read and written. */
  XmlMapping<DiskReconnect> XML = new DiskReconnectXml();

  /** Try to connect again every so often; for vhost-user. */
  static DiskReconnect every(Duration interval) {
    return builder().enabled(true).timeout(interval).build();
  }

  /** Hold requests for so long, and do them then if it is there again; for NBD. */
  static DiskReconnect holdFor(Duration delay) {
    return builder().delay(delay).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether to connect again; for vhost-user. */
  Optional<Boolean> enabled();

  /** How long to wait before each attempt, in whole seconds; for vhost-user. */
  Optional<Duration> timeout();

  /** How long requests are held until they fail, in whole seconds; for NBD. Absent means 0. */
  Optional<Duration> delay();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskReconnect.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskReconnectXml extends XmlMapping<DiskReconnect> {

  DiskReconnectXml() {
    super("reconnect");
  }

  @Override
  protected DiskReconnect read(XmlIn in) {
    DiskReconnect.Builder b = DiskReconnect.builder();
    if (in.yesNo("enabled")) b.enabled(in.flag());
    if (in.longAttr("timeout")) b.timeout(Duration.ofSeconds(in.longValue()));
    if (in.longAttr("delay")) b.delay(Duration.ofSeconds(in.longValue()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskReconnect value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("enabled", value.enabled());
    out.durationAttr("timeout", ChronoUnit.SECONDS, value.timeout());
    out.durationAttr("delay", ChronoUnit.SECONDS, value.delay());
    out.end();
  }
}
