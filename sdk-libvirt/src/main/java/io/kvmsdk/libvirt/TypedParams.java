package io.kvmsdk.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of {@code virTypedParameter}: 80 bytes for the name, the type, and a union of 8 bytes
 * that starts at a multiple of 8.
 *
 * <p>libvirt-java's own structure reads the union before it knows the type, and cannot be written
 * with a string.
 */
final class TypedParams implements AutoCloseable {

  static final int SIZE = 96;
  static final int NAME_LENGTH = 80;
  static final int TYPE_OFFSET = 80;
  static final int VALUE_OFFSET = 88;

  private static final int INT = 1;
  private static final int UINT = 2;
  private static final int LLONG = 3;
  private static final int ULLONG = 4;
  private static final int DOUBLE = 5;
  private static final int BOOLEAN = 6;
  private static final int STRING = 7;

  private final Memory array;
  private final List<Memory> strings;

  private TypedParams(Memory array, List<Memory> strings) {
    this.array = array;
    this.strings = strings;
  }

  /** Room for {@code count}, which libvirt fills. */
  static TypedParams empty(int count) {
    Memory array = new Memory((long) Math.max(1, count) * SIZE);
    array.clear();
    return new TypedParams(array, List.of());
  }

  /** What libvirt is given: a Long is an unsigned long long, a String a string. */
  static TypedParams of(Map<String, Object> values) {
    List<Memory> strings = new ArrayList<>();
    TypedParams params = new TypedParams(empty(values.size()).array, strings);
    long at = 0;
    for (Map.Entry<String, Object> each : values.entrySet()) {
      byte[] name = each.getKey().getBytes(StandardCharsets.US_ASCII);
      if (name.length >= NAME_LENGTH) {
        throw new IllegalArgumentException("longer than libvirt allows: " + each.getKey());
      }
      params.array.write(at, name, 0, name.length);
      if (each.getValue() instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Memory string = new Memory(bytes.length + 1L);
        string.clear();
        string.write(0, bytes, 0, bytes.length);
        strings.add(string);
        params.array.setInt(at + TYPE_OFFSET, STRING);
        params.array.setPointer(at + VALUE_OFFSET, string);
      } else {
        params.array.setInt(at + TYPE_OFFSET, ULLONG);
        params.array.setLong(at + VALUE_OFFSET, (Long) each.getValue());
      }
      at += SIZE;
    }
    return params;
  }

  Pointer pointer() {
    return array;
  }

  /** What libvirt filled in; it leaves its strings to the caller, and they are freed here. */
  Map<String, Object> read(int count) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      long at = (long) i * SIZE;
      Object value = value(at);
      if (value != null) {
        values.put(array.getString(at, "US-ASCII"), value);
      }
    }
    return values;
  }

  private @Nullable Object value(long at) {
    long value = at + VALUE_OFFSET;
    return switch (array.getInt(at + TYPE_OFFSET)) {
      case INT -> (long) array.getInt(value);
      case UINT -> Integer.toUnsignedLong(array.getInt(value));
      case LLONG, ULLONG -> array.getLong(value);
      case DOUBLE -> array.getDouble(value);
      case BOOLEAN -> array.getByte(value) != 0;
      case STRING -> takeString(array.getPointer(value));
      default -> null; // a type that came later
    };
  }

  private static @Nullable String takeString(@Nullable Pointer string) {
    if (string == null) {
      return null;
    }
    String text = string.getString(0, "UTF-8");
    Native.free(Pointer.nativeValue(string));
    return text;
  }

  @Override
  public void close() {
    array.close();
    strings.forEach(Memory::close);
  }
}
