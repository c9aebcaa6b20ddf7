package io.kvmsdk.domain.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityTest {

  @Test
  void labels() {
    assertThat(SecurityLabel.none().toXml()).isEqualTo("<seclabel type='none'/>");
    assertThat(SecurityLabel.dynamic("selinux").toXml())
        .isEqualTo("<seclabel type='dynamic' model='selinux' relabel='yes'/>");
    assertThat(SecurityLabel.dac("qemu", "kvm").toXml())
        .isEqualTo(
            """
            <seclabel type='static' model='dac' relabel='yes'>
              <label>qemu:kvm</label>
            </seclabel>\
            """);
  }

  @Test
  void aPolicyIsHexadecimalWithOrWithoutASign() {
    String plain = "<launchSecurity type='sev'>\n  <policy>10</policy>\n</launchSecurity>";
    SevLaunchSecurity read = (SevLaunchSecurity) LaunchSecurity.fromXml(plain);
    assertThat(read.policy()).isEqualTo(16);
    assertThat(read.toXml()).isEqualTo(plain);
    assertThat(read).isEqualTo(LaunchSecurity.sev(16));
    assertThat(read.withPolicy(17).toXml()).contains("<policy>0x0011</policy>");
    assertThat(LaunchSecurity.sevSnp(0x30000).toXml()).contains("<policy>0x00030000</policy>");
  }

  @Test
  void policiesAreExplained() {
    assertThat(LaunchSecurity.sev(0).debuggable()).isTrue();
    assertThat(LaunchSecurity.sev(1).debuggable()).isFalse();
    assertThat(LaunchSecurity.sev(1).encryptedState()).isFalse();
    assertThat(LaunchSecurity.sev(5).encryptedState()).isTrue();
    assertThat(LaunchSecurity.sevSnp(0x30000).multithreading()).isTrue();
    assertThat(LaunchSecurity.sevSnp(0x20000).multithreading()).isFalse();
    assertThat(LaunchSecurity.sevSnp(0x30000).debuggable()).isFalse();
    assertThat(LaunchSecurity.sevSnp(0xB0000).debuggable()).isTrue();
  }

  @Test
  void aNewKindIsKept() {
    String xml = "<launchSecurity type='tdx'>\n  <policy>0x1</policy>\n</launchSecurity>";
    LaunchSecurity read = LaunchSecurity.fromXml(xml);
    assertThat(read).isInstanceOf(UnknownLaunchSecurity.class);
    assertThat(read.type()).isEqualTo("tdx");
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void keysAreWrappedOrNot() {
    assertThat(KeyWrap.of(true, false).toXml())
        .isEqualTo(
            """
            <keywrap>
              <cipher name='aes' state='on'/>
              <cipher name='dea' state='off'/>
            </keywrap>\
            """);
  }
}
