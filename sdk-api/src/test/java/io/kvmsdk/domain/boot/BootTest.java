package io.kvmsdk.domain.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.disk.source.DiskSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BootTest {

  @Test
  void secureBootIsAskedForByFeatures() {
    assertThat(Os.uefiSecureBoot().toXml())
        .isEqualTo(
            """
            <os firmware='efi'>
              <type machine='q35'>hvm</type>
              <firmware>
                <feature enabled='yes' name='enrolled-keys'/>
                <feature enabled='yes' name='secure-boot'/>
              </firmware>
            </os>\
            """);
  }

  @Test
  void firmwareByPathsHasAStoreOfItsOwn() {
    assertThat(Os.uefi("/code.fd", "/vars.fd").toXml())
        .isEqualTo(
            """
            <os>
              <type>hvm</type>
              <loader readonly='yes' type='pflash'>/code.fd</loader>
              <nvram template='/vars.fd'/>
            </os>\
            """);
  }

  @Test
  void theStoreIsAPathOrASource() {
    Os path = Os.fromXml("<os><type>hvm</type><nvram>/a</nvram></os>");
    assertThat(path.nvram().orElseThrow().path()).contains("/a");
    assertThat(path.nvram().orElseThrow().source()).isEmpty();

    String xml = "<os><type>hvm</type><nvram type='block'>\n<source dev='/dev/a'/>\n</nvram></os>";
    NvramStore block = Os.fromXml(xml).nvram().orElseThrow();
    assertThat(block).isEqualTo(NvramStore.of(DiskSource.block("/dev/a")));

    NvramStore untyped =
        Os.fromXml("<os><nvram><source file='/a'/></nvram></os>").nvram().orElseThrow();
    assertThat(untyped.source()).contains(DiskSource.file("/a"));
    assertThat(NvramStore.XML.format(untyped)).doesNotContain("type=");

    Os empty = Os.fromXml("<os><type>hvm</type><loader/><nvram/></os>");
    assertThat(empty.loader()).isPresent();
    assertThat(empty.toXml()).contains("<loader/>", "<nvram/>");
  }

  @Test
  void aTimeoutOfTheMenuTurnsItOn() {
    Os os = Os.builder().bootMenuTimeout(Duration.ofSeconds(3)).build();
    assertThat(os.toXml()).contains("<bootmenu enable='yes' timeout='3000'/>");
    assertThat(os.withBootMenu(false).toXml()).contains("enable='no' timeout='3000'");
    String newer = "<os><bootmenu enable='maybe' timeout='3'/></os>";
    assertThat(Os.fromXml(newer).toXml()).contains("<bootmenu timeout='3' enable='maybe'/>");
  }

  @Test
  void aContainerHasItsProcess() {
    Os os =
        Os.container("/sbin/init", "one", "two").toBuilder()
            .addInitVariable(ContainerVariable.of("A", "geheim"))
            .initUserAndGroup("u", "g")
            .build();
    assertThat(os.toXml())
        .containsSubsequence(
            "<type>exe</type>",
            "<init>/sbin/init</init>",
            "<initarg>one</initarg>",
            "<initarg>two</initarg>",
            "<initenv name='A'>geheim</initenv>",
            "<inituser>u</inituser>",
            "<initgroup>g</initgroup>");
    assertThat(os.toString()).contains("/sbin/init").doesNotContain("geheim");
  }

  @Test
  void aTimerThatIsToldHowCatchesUp() {
    assertThat(Timer.builder().name("rtc").catchupSlew(120).build().tickPolicy())
        .contains(TickPolicy.CATCHUP);
    assertThat(Timer.builder().name("rtc").build().tickPolicy()).isEmpty();
  }

  @Test
  void clocks() {
    assertThat(Clock.variable(Duration.ofHours(-1)).toXml())
        .isEqualTo("<clock offset='variable' adjustment='-3600' basis='utc'/>");
    Clock windows = Clock.windows();
    assertThat(windows.offset()).contains(ClockOffset.LOCALTIME);
    assertThat(windows.timer("hpet").flatMap(Timer::present)).contains(false);
    assertThat(windows.timer("rtc").flatMap(Timer::tickPolicy)).contains(TickPolicy.CATCHUP);
    assertThat(windows.timer("tsc")).isEmpty();
  }
}
