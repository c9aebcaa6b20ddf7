package io.kvmsdk.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import org.junit.jupiter.api.Test;

class InputTest {

  @Test
  void shortcuts() {
    assertThat(Input.tablet().toXml()).isEqualTo("<input type='tablet' bus='usb'/>");
    assertThat(Input.keyboard().toXml()).isEqualTo("<input type='keyboard' bus='usb'/>");
    assertThat(Input.evdev("/dev/input/event2").withRepeat(true).toXml())
        .isEqualTo(
            """
            <input type='evdev'>
              <source dev='/dev/input/event2' repeat='on'/>
            </input>\
            """);
    assertThat(Hub.usb().toXml()).isEqualTo("<hub type='usb'/>");
  }

  @Test
  void aDeviceOfTheHostHasToBeNamed() {
    assertWrong("<input type='evdev'/>", "input/source/@dev");
    assertWrong("<input type='passthrough'><source dev='/x'/></input>", "input/source/@evdev");
    assertWrong("<input bus='usb'/>", "input/@type");
    assertWrong("<input type='mouse'><acpi index='first'/></input>", "input/acpi/@index");
  }

  private static void assertWrong(String xml, String path) {
    assertThatThrownBy(() -> Input.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
