package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A watchdog, which acts when a program in the guest does not feed it any more. Since libvirt
 * 0.7.3.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#watchdog-devices">libvirt: Watchdog
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Watchdog extends Device, WithWatchdog {

  /** How it is read and written. */
  XmlMapping<Watchdog> XML = new WatchdogXml();

  /** The watchdog that is part of {@code q35}. Since libvirt 9.1.0. */
  static Watchdog itco() {
    return of(WatchdogModel.ITCO, WatchdogAction.RESET);
  }

  /** The usual watchdog for machines with PCI. */
  static Watchdog i6300esb() {
    return of(WatchdogModel.I6300ESB, WatchdogAction.RESET);
  }

  /** The watchdog of s390 machines. Since libvirt 1.2.17. */
  static Watchdog diag288() {
    return of(WatchdogModel.DIAG288, WatchdogAction.RESET);
  }

  /** A watchdog of such a model that does this. */
  static Watchdog of(WatchdogModel model, WatchdogAction action) {
    return builder().model(model).action(action).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <watchdog>} says, keeping what has no name here. */
  static Watchdog fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <watchdog>} says. */
  static Watchdog fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  WatchdogModel model();

  /** What happens when it is not fed. Absent means a reset. */
  Optional<WatchdogAction> action();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableWatchdog.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class WatchdogXml extends XmlMapping<Watchdog> {

  WatchdogXml() {
    super("watchdog");
  }

  @Override
  protected Watchdog read(XmlIn in) {
    Watchdog.Builder b = Watchdog.builder();
    b.model(new WatchdogModel(in.required("model")));
    if (in.attr("action")) b.action(new WatchdogAction(in.value()));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Watchdog value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.attr("action", value.action());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
