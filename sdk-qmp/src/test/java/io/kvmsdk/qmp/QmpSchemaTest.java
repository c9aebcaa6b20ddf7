package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QmpSchemaTest {

  private static final String SCHEMA =
      """
      [
        {"name": "stop", "meta-type": "command", "arg-type": "0", "ret-type": "0"},
        {"name": "device_add", "meta-type": "command", "arg-type": "1", "ret-type": "0"},
        {"name": "blockdev-add", "meta-type": "command", "arg-type": "2", "ret-type": "0"},
        {"name": "STOP", "meta-type": "event", "arg-type": "0"},
        {"name": "0", "meta-type": "object", "members": []},
        {"name": "1", "meta-type": "object", "members": [
          {"name": "driver", "type": "str"}, {"name": "id", "type": "str", "default": null}]},
        {"name": "2", "meta-type": "object", "tag": "driver", "members": [
          {"name": "driver", "type": "3"}],
          "variants": [{"case": "file", "type": "4"}]},
        {"name": "3", "meta-type": "enum", "members": [{"name": "file"}]},
        {"name": "4", "meta-type": "object", "members": [
          {"name": "filename", "type": "str"}, {"name": "locking", "type": "[5]"}]},
        {"name": "[5]", "meta-type": "array", "element-type": "5"},
        {"name": "5", "meta-type": "object", "members": [{"name": "deep", "type": "6"}]},
        {"name": "6", "meta-type": "alternate", "members": [{"type": "1"}, {"type": "str"}]},
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
}
