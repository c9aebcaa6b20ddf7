package io.kvmsdk.domain.chardev;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.chardev.source.UnknownCharSource;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class CharacterDevicesTest {

  @Test
  void theGuestAgentsChannel() {
    assertThat(Channel.guestAgent().toXml())
        .isEqualTo(
            """
            <channel type='unix'>
              <source mode='bind'/>
              <target type='virtio' name='org.qemu.guest_agent.0'/>
            </channel>\
            """);
  }

  @Test
  void serialPorts() {
    assertThat(Serial.pty().toXml()).isEqualTo("<serial type='pty'/>");
    Serial file = Serial.file("/tmp/log").withPort(1).withLogFile("/tmp/copy");
    assertThat(file.toXml())
        .isEqualTo(
            """
            <serial type='file'>
              <source path='/tmp/log'/>
              <log file='/tmp/copy'/>
              <target port='1'/>
            </serial>\
            """);
    assertThat(Serial.fromXml(file.toXml(), Strictness.STRICT)).isEqualTo(file);
  }

  @Test
  void severalSourcesOfATypeWithoutANameStayInOrder() {
    String xml =
        """
        <console type='newer'>
          <source mode='bind' service='1'/>
          <source mode='connect' service='2'/>
        </console>\
        """;
    Console read = Console.fromXml(xml);
    assertThat(read.source()).isInstanceOf(UnknownCharSource.class);
    assertThat(read.toXml()).isEqualTo(xml);
  }
}
