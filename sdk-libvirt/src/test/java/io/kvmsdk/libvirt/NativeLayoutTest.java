package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.libvirt.jna.virDomainInfo;
import org.libvirt.jna.virError;
import org.libvirt.jna.virNodeInfo;

/**
 * Sizes and offsets as a C compiler gives them for libvirt's headers on a 64-bit Linux: {@code
 * sizeof} and {@code offsetof} of libvirt-dev 9.0.
 */
class NativeLayoutTest {

  private static int offset(Structure structure, String field) throws Exception {
    Method offset = Structure.class.getDeclaredMethod("fieldOffset", String.class);
    offset.setAccessible(true);
    return (int) offset.invoke(structure, field);
  }

  @Test
  void domainInfo() throws Exception {
    virDomainInfo info = new virDomainInfo();
    assertThat(info.size()).isEqualTo(40);
    assertThat(offset(info, "maxMem")).isEqualTo(8);
    assertThat(offset(info, "memory")).isEqualTo(16);
    assertThat(offset(info, "nrVirtCpu")).isEqualTo(24);
    assertThat(offset(info, "cpuTime")).isEqualTo(32);
  }

  @Test
  void nodeInfo() throws Exception {
    virNodeInfo info = new virNodeInfo();
    assertThat(info.size()).isEqualTo(64);
    assertThat(offset(info, "memory")).isEqualTo(32);
    assertThat(offset(info, "cpus")).isEqualTo(40);
    assertThat(offset(info, "threads")).isEqualTo(60);
  }

  @Test
  void error() throws Exception {
    virError error = new virError();
    assertThat(error.size()).isEqualTo(80);
    assertThat(offset(error, "code")).isEqualTo(NativeError.CODE_OFFSET).isZero();
    assertThat(offset(error, "domain")).isEqualTo(NativeError.DOMAIN_OFFSET).isEqualTo(4);
    assertThat(offset(error, "message")).isEqualTo(NativeError.MESSAGE_OFFSET).isEqualTo(8);
    assertThat(offset(error, "int1")).isEqualTo(NativeError.INT1_OFFSET).isEqualTo(64);
  }

  @Test
  void anErrorIsReadInUtf8() {
    try (Memory error = new Memory(80);
        Memory text = new Memory(64)) {
      error.clear();
      text.setString(0, "Dom\u00e4ne nicht gefunden", "UTF-8");
      error.setInt(0, 42);
      error.setInt(4, 10);
      error.setPointer(8, text);
      error.setInt(64, 13);
      assertThat(NativeError.read(error))
          .isEqualTo(new NativeError(42, 10, "Dom\u00e4ne nicht gefunden", 13));
      error.setPointer(8, null);
      assertThat(NativeError.read(error).message()).isNotBlank();
    }
  }

  @Test
  void typedParameters() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("total_iops_sec", 0x1_0000_0001L);
    values.put("group_name", "Gruppe \u00fc");
    try (TypedParams params = TypedParams.of(values)) {
      Pointer p = params.pointer();
      assertThat(p.getString(0, "US-ASCII")).isEqualTo("total_iops_sec");
      assertThat(p.getInt(80)).as("VIR_TYPED_PARAM_ULLONG").isEqualTo(4);
      assertThat(p.getLong(88)).isEqualTo(0x1_0000_0001L);
      assertThat(p.getString(96, "US-ASCII")).isEqualTo("group_name");
      assertThat(p.getInt(96 + 80)).as("VIR_TYPED_PARAM_STRING").isEqualTo(7);
      assertThat(p.getPointer(96 + 88).getString(0, "UTF-8")).isEqualTo("Gruppe \u00fc");
    }
  }

  @Test
  void typedParametersThatLibvirtFilledIn() {
    try (TypedParams params = TypedParams.empty(7)) {
      Pointer p = params.pointer();
      put(p, 0, "i", 1).setInt(88, -5);
      put(p, 1, "u", 2).setInt(96 + 88, -1);
      put(p, 2, "l", 3).setLong(2 * 96 + 88, Long.MIN_VALUE);
      put(p, 3, "d", 5).setDouble(3 * 96 + 88, 1.5);
      put(p, 4, "b", 6).setByte(4 * 96 + 88, (byte) 1);
      byte[] text = "text\0".getBytes(StandardCharsets.UTF_8);
      Pointer string = new Pointer(Native.malloc(text.length)); // freed by who reads it
      string.write(0, text, 0, text.length);
      put(p, 5, "s", 7).setPointer(5 * 96 + 88, string);
      put(p, 6, "later", 99);
      assertThat(params.read(7))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "i",
                  -5L,
                  "u",
                  0xffff_ffffL,
                  "l",
                  Long.MIN_VALUE,
                  "d",
                  1.5,
                  "b",
                  true,
                  "s",
                  "text"));
    }
  }

  private static Pointer put(Pointer p, int index, String name, int type) {
    p.setString(index * 96L, name, "US-ASCII");
    p.setInt(index * 96L + 80, type);
    return p;
  }
}
