package io.kvmsdk.domain.input;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A keyboard, mouse, tablet or other input device.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#input-devices">libvirt: Input devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Input extends Device, WithInput {

  /** How it is read and written. */
  XmlMapping<Input> XML = new InputXml();

  /** A tablet on USB: the pointer is where the one of the console's client is. */
  static Input tablet() {
    return builder().type(InputType.TABLET).bus(InputBus.USB).build();
  }

  /** A keyboard on USB. */
  static Input keyboard() {
    return builder().type(InputType.KEYBOARD).bus(InputBus.USB).build();
  }

  /** A mouse on USB. */
  static Input mouse() {
    return builder().type(InputType.MOUSE).bus(InputBus.USB).build();
  }

  /** An input device of the host, such as {@code /dev/input/event1}, for the guest alone. */
  static Input passthrough(String device) {
    return builder()
        .type(InputType.PASSTHROUGH)
        .bus(InputBus.VIRTIO)
        .passthroughDevice(device)
        .build();
  }

  /** An input device of the host, which host and guest have in turn, by both Ctrl keys. */
  static Input evdev(String device) {
    return builder().type(InputType.EVDEV).eventDevice(device).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <input>} says, keeping what has no name here. */
  static Input fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <input>} says. */
  static Input fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is. */
  InputType type();

  /** The bus it sits on. Absent means PS/2 for mouse and keyboard of a PC, USB for a tablet. */
  Optional<InputBus> bus();

  /** What kind of virtio device the guest sees; virtio only. Since libvirt 5.2.0. */
  Optional<InputModel> model();

  /** How a virtio device talks with the host. Since libvirt 3.5.0. */
  Optional<VirtioDriver> driver();

  /** The absolute path of the host's device, for {@link InputType#PASSTHROUGH}. */
  Optional<String> passthroughDevice();

  /** The absolute path of the host's device, for {@link InputType#EVDEV}. */
  Optional<String> eventDevice();

  /** What goes to the guest when this device does. Absent means this device only. */
  Optional<InputGrab> grab();

  /** Whether a key that is held repeats. */
  Optional<Boolean> repeat();

  /**
   * The keys that switch between host and guest. Absent means both Ctrl keys. Since libvirt 7.6.0.
   */
  Optional<InputGrabToggle> grabToggle();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong.
   *
   * @throws InvalidDefinitionException if a device of the host is meant and none is named
   */
  @Value.Check
  default void checkConsistent() {
    String missing =
        switch (type().value()) {
          case "passthrough" -> passthroughDevice().isEmpty() ? "evdev" : "";
          case "evdev" -> eventDevice().isEmpty() ? "dev" : "";
          default -> "";
        };
    if (!missing.isEmpty()) {
      throw new InvalidDefinitionException(
          "input/source/@" + missing,
          "absent",
          "the path of a device of the host such as /dev/input/event1");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableInput.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InputXml extends XmlMapping<Input> {

  InputXml() {
    super("input");
  }

  @Override
  protected Input read(XmlIn in) {
    Input.Builder b = Input.builder();
    b.type(new InputType(in.required("type")));
    if (in.attr("bus")) b.bus(new InputBus(in.value()));
    if (in.attr("model")) b.model(new InputModel(in.value()));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    XmlIn source = in.child("source");
    if (source.attr("evdev")) b.passthroughDevice(in.value());
    if (source.attr("dev")) b.eventDevice(in.value());
    if (source.attr("grab")) b.grab(new InputGrab(in.value()));
    if (source.onOff("repeat")) b.repeat(in.flag());
    if (source.attr("grabToggle")) b.grabToggle(new InputGrabToggle(in.value()));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Input value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("bus", value.bus());
    out.attr("model", value.model());
    out.write("driver", VirtioDriver.XML, value.driver());
    out.beginPart("source");
    out.attr("evdev", value.passthroughDevice());
    out.attr("dev", value.eventDevice());
    out.attr("grab", value.grab());
    out.onOff("repeat", value.repeat());
    out.attr("grabToggle", value.grabToggle());
    out.end();
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
