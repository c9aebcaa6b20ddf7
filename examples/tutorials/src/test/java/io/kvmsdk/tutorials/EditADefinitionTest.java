package io.kvmsdk.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kvmsdk.domain.definition.DomainDefinition;
import org.junit.jupiter.api.Test;

class EditADefinitionTest {

  @Test
  void runs() throws JsonProcessingException {
    EditADefinition.main(new String[0]);
  }

  @Test
  void whatIsNotKnownIsKeptAndWhatIsNotChangedStays() {
    String before = EditADefinition.document("web-1.xml");
    DomainDefinition web = DomainDefinition.fromXml(before);
    assertThat(web.toXml().lines()).containsExactlyInAnyOrderElementsOf(before.lines().toList());

    String after = EditADefinition.edited(web).toXml();
    assertThat(after)
        .contains(
            "<domain type='kvm' tier='gold'>",
            "<driver name='qemu' type='qcow2' cache='none' prefetch='on'/>",
            "<inbound average='12500'/>",
            "<vcpupin vcpu='0' cpuset='4'/>",
            "<vcpupin vcpu='1' cpuset='5'/>",
            "team='web' reviewed='2026-11-26'",
            "<app:ticket>4711</app:ticket>",
            "rack='12'",
            "<source region='eu-1' bucket='web-1'/>",
            "<accelerator model='npu'/>")
        .doesNotContain("nobody reads this", "writeback");
    assertThat(after.lines().count()).isEqualTo(before.lines().count() - 1 + 1 + 4);
  }
}
