package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.xml.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the direct backend does not do is refused, with its path, its reason and a remedy. */
class HonouredTest {

  private static void check(String xml) {
    Honoured.checkDomain(XmlElement.parse(xml));
  }

  private static String devices(String xml) {
    return "<domain type='kvm'><devices>" + xml + "</devices></domain>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<domain type='xen'/> | domain/@type",
        "<domain type='kvm' new='1'/> | domain/@new",
        "<domain type='kvm'><new/></domain> | domain/new",
        "<domain type='kvm'>text</domain> | domain/text()",
        "<domain type='kvm'><os><type arch='sparc'>hvm</type></os></domain> | domain/os/type/@arch",
        "<domain type='kvm'><cpu><numa><cell id='0'/></numa></cpu></domain> | domain/cpu/numa",
        "<domain type='kvm'><features><hyperv/></features></domain> | domain/features/hyperv",
        "<domain type='kvm' xmlns:q='http://x'><q:commandline/></domain> | domain/{http://x}commandline",
        "<domain type='kvm' xmlns:q='http://x' q:a='b'/> | domain/@q:a",
      })
  void namesTheFirstThingThatIsNotDone(String xml, String path) {
    UnsupportedFeatureException e =
        catchThrowableOfType(UnsupportedFeatureException.class, () -> check(xml));
    assertThat(e.object()).isEqualTo(path);
    assertThat(e.reason()).isNotBlank();
    assertThat(e.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<hostdev mode='subsystem'/> | hostdev",
        "<disk type='file'/><disk type='file'><target dev='vdb' tray='open'/></disk> | disk[2]/target/@tray",
        "<disk type='file'><source dev='/dev/sda'/></disk> | disk/source/@dev",
        "<disk type='block'><source file='/x'/></disk> | disk/source/@file",
        "<disk type='dir'/> | disk/@type",
        "<disk type='network'><source protocol='sheepdog'/></disk> | disk/source/@protocol",
        "<disk type='file'><source file='/x'><encryption/></source></disk> | disk/source/encryption",
        "<disk type='file'><backingStore type='file'><backingStore new='1'/></backingStore></disk> | disk/backingStore/backingStore/@new",
        "<disk type='file'><address type='usb' bus='0'/></disk> | disk/address",
        "<interface type='network'/> | interface/@type",
        "<interface type='bridge'><virtualport/></interface> | interface/virtualport",
        "<interface type='ethernet'><ip address='1.2.3.4'/></interface> | interface/ip",
        "<interface type='user'><bandwidth/></interface> | interface/bandwidth",
        "<controller type='sata' ports='2'/> | controller/@ports",
        "<controller type='usb'><driver queues='2'/></controller> | controller/driver",
        "<graphics type='spice' websocket='5700'/> | graphics/@websocket",
        "<graphics type='sdl'/> | graphics/@type",
        "<video><model type='vga' heads='2'/></video> | video/model/@heads",
        "<serial type='pty'><protocol type='telnet'/></serial> | serial/protocol/@type",
        "<tpm model='tpm-crb'/> | tpm",
      })
  void namesTheDevice(String xml, String path) {
    assertThatThrownBy(() -> check(devices(xml)))
        .isInstanceOfSatisfying(
            UnsupportedFeatureException.class,
            e -> assertThat(e.object()).isEqualTo("domain/devices/" + path));
  }

  @ParameterizedTest
  @CsvSource({
    "<vcpu current='two'>4</vcpu>,domain/vcpu/@current",
    "<vcpu>1.5</vcpu>,domain/vcpu/text()",
    "<memory unit='KiB'>lots</memory>,domain/memory/text()",
    "<iothreads>some</iothreads>,domain/iothreads/text()",
  })
  void aNumberIsANumber(String xml, String path) {
    assertThatThrownBy(() -> check("<domain type='kvm'>" + xml + "</domain>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  @Test
  void anUnknownUnitIsNotTakenForAnother() {
    assertThatThrownBy(() ->
            check("<domain type='kvm'><currentMemory unit='furlong'>1</currentMemory></domain>"))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContaining("domain/currentMemory/@unit");
  }

  @Test
  void whatApplicationsKeepIsTheirs() {
    assertThatCode(() ->
            check(
                "<domain type='kvm'><title>a</title><metadata><x:y xmlns:x='u' z='1'><deep>t</deep>"
                    + "</x:y></metadata></domain>"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesAHotPluggedDeviceWithoutItsDomain() {
    assertThatThrownBy(() ->
            Honoured.checkDevice(
                XmlElement.parse("<disk type='file'><target dev='vda'/><auth/></disk>")))
        .isInstanceOf(UnsupportedFeatureException.class)
        .hasMessageContaining("disk/auth")
        .hasMessageContaining("store of secrets")
        .hasMessageNotContaining("domain/devices");
  }

  @Test
  void theFeatureIsNamedWithoutTheNumberOfTheDevice() {
    UnsupportedFeatureException e =
        catchThrowableOfType(
            UnsupportedFeatureException.class, () -> check(devices("<tpm/><tpm model='x'/>")));
    assertThat(e.feature().id()).isEqualTo("domain.devices.tpm");
    assertThat(e.object()).isEqualTo("domain/devices/tpm[1]");
  }

  @Test
  void aValueThatMayBeASecretIsNotShown() {
    assertThatThrownBy(
            () -> check(devices("<graphics type='vnc' password='s3cret' passwd='s3cret'/>")))
        .hasMessageContaining("graphics/@password")
        .hasMessageNotContaining("s3cret");
  }
}
