package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.audio.AudioFormat;
import io.kvmsdk.domain.audio.AudioSettings;
import io.kvmsdk.domain.audio.AudioStream;
import io.kvmsdk.domain.audio.AudioType;
import io.kvmsdk.domain.audio.Sound;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.GraphicsListen;
import io.kvmsdk.domain.display.Rdp;
import io.kvmsdk.domain.display.Spice;
import io.kvmsdk.domain.display.SpiceChannel;
import io.kvmsdk.domain.display.SpiceChannelName;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.domain.filesystem.Filesystem;
import io.kvmsdk.domain.filesystem.source.FilesystemSource;
import io.kvmsdk.domain.input.Hub;
import io.kvmsdk.domain.input.Input;
import io.kvmsdk.domain.passthrough.HostDevice;
import io.kvmsdk.domain.passthrough.source.HostDeviceSource;
import io.kvmsdk.domain.redirection.RedirDevice;
import io.kvmsdk.domain.redirection.RedirFilter;
import io.kvmsdk.domain.redirection.RedirRule;
import io.kvmsdk.domain.redirection.Smartcard;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.domain.video.VideoResolution;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the factories of consoles, sound, input, host devices and the like make is valid. */
class DesktopDevicesTest {

  private static DomainDefinition.Builder empty() {
    return DomainDefinition.builder().name("desktop").memory(ByteSize.gibibytes(1));
  }

  private static void assertValid(DomainDefinition.Builder builder) {
    DomainDefinition built = builder.build();
    String xml = built.toXml();
    assertThat(Schema.errors(Corpus.schema("domain.rng"), xml)).isEmpty();
    assertThat(DomainDefinition.fromXml(xml, Strictness.STRICT)).isEqualTo(built);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graphics", "video", "sound", "input", "host-devices", "redirection"})
  void theDocumentsOfTheseTestsAreValid(String name) {
    Path document =
        TestDocuments.of("domain").stream().filter(p -> p.endsWith(name + ".xml")).findAny().get();
    assertThat(Schema.errors(Corpus.schema("domain.rng"), Corpus.text(document))).isEmpty();
  }

  @Test
  void consoles() {
    assertValid(
        empty()
            .addGraphics(
                Graphics.vnc("127.0.0.1"),
                Vnc.unix("/run/vnc.sock"),
                Graphics.spice("::1"),
                Spice.desktop(),
                Spice.localGl(),
                Spice.builder()
                    .tlsPort(-1)
                    .addChannels(
                        SpiceChannel.secure(SpiceChannelName.MAIN),
                        SpiceChannel.insecure(SpiceChannelName.DISPLAY))
                    .addListen(GraphicsListen.network("lab"))
                    .build(),
                Vnc.builder().addListen(GraphicsListen.nowhere()).build(),
                Rdp.builder().autoport(true).username("ann").password("x").build(),
                Graphics.eglHeadless(),
                Graphics.dbus()));
  }

  @Test
  void cards() {
    assertValid(
        empty()
            .addVideos(
                Video.virtio(),
                Video.virtioGl().withResolution(VideoResolution.of(1280, 720)),
                Video.qxl().withPrimary(false),
                Video.vga(),
                Video.none()));
  }

  @Test
  void sound() {
    AudioStream output =
        AudioStream.builder()
            .fixedSettings(true)
            .bufferLength(Duration.ofMillis(20))
            .settings(AudioSettings.of(48000, 2, AudioFormat.S16))
            .build();
    assertValid(
        empty()
            .addSounds(Sound.ich9().withAudioId(1), Sound.virtio().withStreams(2))
            .addAudios(
                Audio.none(),
                Audio.spice(),
                Audio.pulse().withOutput(output).withTimerPeriod(Duration.ofNanos(40_000)),
                Audio.pipewire("/run/user/1000"),
                Audio.file("/tmp/guest.wav"),
                Audio.of(AudioType.JACK).withId(2)));
  }

  @Test
  void input() {
    assertValid(
        empty()
            .addInputs(
                Input.tablet(),
                Input.keyboard(),
                Input.mouse(),
                Input.passthrough("/dev/input/event1"),
                Input.evdev("/dev/input/event2"))
            .addHub(Hub.usb()));
  }

  @Test
  void hostDevices() {
    assertValid(
        empty()
            .addHostDevices(
                HostDevice.pci(PciAddress.of("0000:3b:00.1")),
                HostDevice.usb(0x46d, 0xc52b),
                HostDevice.usbAt(3, 11),
                HostDevice.mdev(UUID.fromString("53764d0e-85a0-42b4-af5c-2046b460b1dc")),
                HostDevice.scsi("scsi_host0", 0, 1, 2).toBuilder().shareable(true).build(),
                of(HostDeviceSource.vhostScsi("naa.5001405c12345678")),
                of(HostDeviceSource.storage("/dev/sdz")),
                of(HostDeviceSource.misc("/dev/tty9")),
                of(HostDeviceSource.net("eth7")).toBuilder()
                    .addIp(InterfaceIp.of("192.0.2.30", 24))
                    .addRoutes(Route.viaGateway("192.0.2.1"), Route.viaGateway("2001:db8::1"))
                    .build()));
  }

  private static HostDevice of(HostDeviceSource source) {
    return HostDevice.builder().source(source).build();
  }

  @Test
  void fileSystems() {
    assertValid(
        empty()
            .addFilesystems(
                Filesystem.virtiofs("/srv/share", "share"),
                Filesystem.virtiofsSocket("/run/virtiofsd.sock", "outside"),
                Filesystem.mount9p("/srv/nine", "nine").withFileMode("0640").withReadOnly(true),
                of(FilesystemSource.file("/srv/root.img")),
                of(FilesystemSource.block("/dev/sdz2")),
                of(FilesystemSource.ram(ByteSize.mebibytes(3))),
                of(FilesystemSource.bind("/data"))));
  }

  private static Filesystem of(FilesystemSource source) {
    return Filesystem.builder().source(source).target("/mnt").build();
  }

  @Test
  void redirection() {
    assertValid(
        empty()
            .addRedirDevices(
                RedirDevice.spiceUsb(), RedirDevice.usb(CharSource.tcp("127.0.0.1", 4000)))
            .addRedirFilter(
                RedirFilter.only(
                    RedirRule.denyClass(8),
                    RedirRule.allowClass(3),
                    RedirRule.allow(0x46d, 0xc52b)))
            .addSmartcards(
                Smartcard.host(),
                Smartcard.certificates("root", "sign", "crypt"),
                Smartcard.spice()));
  }
}
