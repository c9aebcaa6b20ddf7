package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.DeviceAdd;
import io.kvmsdk.qmp.command.Stop;
import io.kvmsdk.qmp.event.ResumeEvent;
import io.kvmsdk.qmp.event.StopEvent;
import io.kvmsdk.qmp.type.BlockdevDriver;
import org.junit.jupiter.api.Test;

class QmpSchemaTest {

  private static final String SCHEMA =
      """
      [
        {"name": "stop", "meta-type": "command", "arg-type": "0", "ret-type": "0"},
        {"name": "device_add", "meta-type": "command", "arg-type": "1", "ret-type": "0",
          "features": ["json-cli"]},
        {"name": "blockdev-add", "meta-type": "command", "arg-type": "2", "ret-type": "0"},
        {"name": "STOP", "meta-type": "event", "arg-type": "0"},
        {"name": "0", "meta-type": "object", "members": []},
        {"name": "1", "meta-type": "object", "members": [
          {"name": "driver", "type": "str"}, {"name": "id", "type": "str", "default": null}]},
        {"name": "2", "meta-type": "object", "tag": "driver", "members": [
          {"name": "driver", "type": "3"}],
          "variants": [{"case": "file", "type": "4"}]},
        {"name": "3", "meta-type": "enum", "members": [
          {"name": "file"}, {"name": "gluster", "features": ["deprecated"]}]},
        {"name": "4", "meta-type": "object", "members": [
          {"name": "filename", "type": "str", "features": ["unstable"]},
          {"name": "locking", "type": "[5]"}]},
        {"name": "[5]", "meta-type": "array", "element-type": "5"},
        {"name": "5", "meta-type": "object", "members": [{"name": "deep", "type": "6"}]},
        {"name": "6", "meta-type": "alternate", "members": [
          {"type": "1"}, {"type": "str"}, {"type": "7"}]},
        {"name": "7", "meta-type": "enum", "values": ["auto"]},
        {"name": "str", "meta-type": "builtin", "json-type": "string"}
      ]
      """;

  @Test
  void tellsCommandsArgumentsAndEvents() throws Exception {
    QmpSchema schema = new QmpSchema(Json.MAPPER.readTree(SCHEMA));
    assertThat(schema.commands()).containsExactlyInAnyOrder("stop", "device_add", "blockdev-add");
    assertThat(schema.events()).containsExactly("STOP");
    assertThat(schema.supports("stop")).isTrue();
    assertThat(schema.supports("STOP")).isFalse();
    assertThat(schema.supports("device_add", "id")).isTrue();
    assertThat(schema.supports("device_add", "bus")).isFalse();
    assertThat(schema.supports("gone", "id")).isFalse();
    assertThat(schema.supports("blockdev-add", "filename")).isTrue();
    assertThat(schema.supports("blockdev-add", "locking.deep")).isTrue();
    assertThat(schema.supports("blockdev-add", "locking.deep.driver")).isTrue();
    assertThat(schema.supports("blockdev-add", "locking.deep.other")).isFalse();
    assertThat(schema.supports("blockdev-add", "filename.deep")).isFalse();
  }

  @Test
  void tellsValues() throws Exception {
    QmpSchema schema = new QmpSchema(Json.MAPPER.readTree(SCHEMA));
    assertThat(schema.supports("blockdev-add", "driver", "file")).isTrue();
    assertThat(schema.supports("blockdev-add", "driver", "nbd")).isFalse();
    assertThat(schema.supports("blockdev-add", "filename", "file")).isFalse();
    assertThat(schema.supports("blockdev-add", "locking.deep", "auto")).isTrue();
    assertThat(schema.supports("blockdev-add", "locking.deep", "off")).isFalse();
  }

  @Test
  void tellsFeatures() throws Exception {
    QmpSchema schema = new QmpSchema(Json.MAPPER.readTree(SCHEMA));
    assertThat(schema.features("device_add")).containsExactly("json-cli");
    assertThat(schema.features("stop")).isEmpty();
    assertThat(schema.features("1")).isEmpty();
    assertThat(schema.features("blockdev-add", "filename")).containsExactly("unstable");
    assertThat(schema.features("blockdev-add", "driver", "gluster")).containsExactly("deprecated");
    assertThat(schema.features("blockdev-add", "driver", "file")).isEmpty();
    assertThat(schema.features("blockdev-add", "locking.deep", "auto")).isEmpty();
  }

  @Test
  void takesGeneratedTypes() throws Exception {
    QmpSchema schema = new QmpSchema(Json.MAPPER.readTree(SCHEMA));
    assertThat(schema.supports(Stop.class)).isTrue();
    assertThat(schema.supports(Cont.class)).isFalse();
    assertThat(schema.supports(DeviceAdd.class, "id")).isTrue();
    assertThat(schema.supports(BlockdevAdd.class, "driver", BlockdevDriver.FILE)).isTrue();
    assertThat(schema.supports(BlockdevAdd.class, "driver", BlockdevDriver.NBD)).isFalse();
    assertThat(schema.emits(StopEvent.class)).isTrue();
    assertThat(schema.emits(ResumeEvent.class)).isFalse();
    assertThat(schema.features(DeviceAdd.class)).containsExactly("json-cli");
    assertThat(schema.features(StopEvent.class)).isEmpty();
    assertThat(schema.features(BlockdevAdd.class, "driver", BlockdevDriver.GLUSTER))
        .containsExactly("deprecated");
    assertThatThrownBy(() -> schema.features(QmpObject.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
