package io.kvmsdk.domain.device;

import io.kvmsdk.error.InvalidDefinitionException;
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
 * Whether and how often the hypervisor tries to connect again when the connection of a character
 * device, of a vhost-user disk or interface, or to a helper for reservations is lost. Since libvirt
 * 3.7.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public interface Reconnect extends WithReconnect {

  /** How it is read and written. */
  XmlMapping<Reconnect> XML = new ReconnectXml();

  /** A try so often, in whole seconds, of which there has to be at least one. */
  static Reconnect every(Duration timeout) {
    return builder().enabled(true).timeout(timeout).build();
  }

  /** For an NBD disk: requests wait so long, in whole seconds, for the connection to come back. */
  static Reconnect within(Duration delay) {
    return builder().delay(delay).build();
  }

  /** None: a lost connection stays lost. */
  static Reconnect off() {
    return builder().enabled(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it tries at all. */
  Optional<Boolean> enabled();

  /** How long it waits between two tries, in whole seconds. */
  Optional<Duration> timeout();

  /**
   * For how long requests wait for the connection of an NBD disk to come back, in whole seconds,
   * before they fail. Absent or 0 means that they fail at once. Since libvirt 4.5.0.
   */
  Optional<Duration> delay();

  /**
   * Refuses what is always wrong; building it does it.
   *
   * @throws InvalidDefinitionException if there is no time between two tries
   */
  @Value.Check
  default void checkConsistent() {
    if (enabled().orElse(false) && timeout().orElse(Duration.ofSeconds(1)).isZero()) {
      throw new InvalidDefinitionException("reconnect/@timeout", "0", "at least one second");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableReconnect.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ReconnectXml extends XmlMapping<Reconnect> {

  ReconnectXml() {
    super("reconnect");
  }

  @Override
  protected Reconnect read(XmlIn in) {
    Reconnect.Builder b = Reconnect.builder();
    if (in.yesNo("enabled")) b.enabled(in.flag());
    if (in.longAttr("timeout")) b.timeout(Duration.ofSeconds(in.longValue()));
    if (in.longAttr("delay")) b.delay(Duration.ofSeconds(in.longValue()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Reconnect value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("enabled", value.enabled());
    out.durationAttr("timeout", ChronoUnit.SECONDS, value.timeout());
    out.durationAttr("delay", ChronoUnit.SECONDS, value.delay());
    out.end();
  }
}
