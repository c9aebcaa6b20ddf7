package io.kvmsdk.domain.redirection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.error.InvalidDefinitionException;
import org.junit.jupiter.api.Test;

class RedirectionTest {

  @Test
  void shortcuts() {
    assertThat(RedirDevice.spiceUsb().toXml()).isEqualTo("<redirdev bus='usb' type='spicevmc'/>");
    assertThat(Smartcard.spice().toXml())
        .isEqualTo("<smartcard mode='passthrough' type='spicevmc'/>");
    assertThat(Smartcard.fromXml("<smartcard mode='host'/>")).isEqualTo(Smartcard.host());
    assertThat(Smartcard.host().source()).isEmpty();
  }

  @Test
  void aFilterEndsWithWhatIsLeft() {
    assertThat(RedirFilter.only(RedirRule.allow(0x46d, 0xc52b), RedirRule.denyClass(8)).toXml())
        .isEqualTo(
            """
            <redirfilter>
              <usbdev vendor='0x046d' product='0xc52b' allow='yes'/>
              <usbdev class='0x08' allow='no'/>
              <usbdev allow='no'/>
            </redirfilter>\
            """);
  }

  @Test
  void allStaysAll() {
    String xml =
        """
        <redirfilter>
          <usbdev class='-1' vendor='-1' product='0x0001' version='-1' allow='yes'/>
        </redirfilter>\
        """;
    RedirFilter read = RedirFilter.fromXml(xml);
    assertThat(read.rules().get(0).vendor()).contains(-1);
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void aCardOfCertificatesHasThree() {
    assertWrong(
        () ->
            Smartcard.fromXml(
                "<smartcard mode='host-certificates'><certificate>a</certificate></smartcard>"),
        "smartcard/certificate",
        "1 of them");
    assertWrong(() -> Smartcard.fromXml("<smartcard/>"), "smartcard/@mode", "absent");
    assertWrong(
        () -> Smartcard.fromXml("<smartcard mode='passthrough'/>"), "smartcard/@type", "absent");
    Smartcard card = Smartcard.passthrough(CharSource.unix("/run/card.sock"));
    assertThat(Smartcard.fromXml(card.toXml())).isEqualTo(card);
  }

  @Test
  void wrongInputIsNamed() {
    assertWrong(
        () -> RedirFilter.fromXml("<redirfilter><usbdev vendor='acme' allow='no'/></redirfilter>"),
        "redirfilter/usbdev/@vendor",
        "acme");
    assertWrong(() -> RedirDevice.fromXml("<redirdev type='tcp'/>"), "redirdev/@bus", "absent");
  }

  private static void assertWrong(Runnable reading, String path, String value) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
