package io.kvmsdk.qmp;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into JSON objects, wherever the reads happen to end. It only counts braces
 * and follows strings; whether an object is well formed is for the parser to say.
 */
final class JsonFramer {

  /** Takes what was cut out. */
  interface Sink {
    /** A whole object, from its opening to its closing brace. */
    void object(byte[] bytes, int offset, int length) throws IOException;

    /** The byte 0xFF, which JSON never contains; what was begun of an object is dropped. */
    void delimiter() throws IOException;

    /** A byte between objects that is not white space. */
    void garbage(byte value) throws IOException;
  }

  private static final int KEPT = 64 * 1024;

  /** What changes the state outside of strings. */
  private static final boolean[] MEANS = new boolean[256];

  static {
    for (char c : "\"{}[]\u00FF".toCharArray()) {
      MEANS[c] = true;
    }
  }

  private final int max;
  private byte[] begun = new byte[1024];
  private int length;
  private int depth;
  private boolean inString;
  private boolean escaped;

  JsonFramer(int max) {
    this.max = max;
  }

  void feed(byte[] bytes, int offset, int count, Sink sink) throws IOException {
    int start = offset; // of what belongs to the object that is begun and is not kept yet
    int end = offset + count;
    for (int i = offset; i < end; i++) {
      if (depth > 0 && !escaped) {
        i = inString ? skipText(bytes, i, end) : skipPlain(bytes, i, end);
        if (i == end) {
          break;
        }
      }
      byte b = bytes[i];
      if (b == (byte) 0xFF) {
        reset();
        sink.delimiter();
        start = i + 1;
      } else if (depth == 0) {
        start = i;
        if (b == '{') {
          depth = 1;
        } else if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
          sink.garbage(b);
        }
      } else if (inside(b)) {
        emit(bytes, start, i + 1, sink);
        start = i + 1;
      }
    }
    if (depth > 0) {
      keep(bytes, start, end);
    }
  }

  /** To where something happens within a string; most of a large message is this. */
  private static int skipText(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && bytes[i] != '"' && bytes[i] != '\\' && bytes[i] != (byte) 0xFF) {
      i++;
    }
    return i;
  }

  /** To where something happens outside of strings. */
  private static int skipPlain(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && !MEANS[bytes[i] & 0xFF]) {
      i++;
    }
    return i;
  }

  /** Whether no large object is begun. */
  boolean isBrief() {
    return begun.length <= KEPT;
  }

  /** How much memory it holds on to. */
  int held() {
    return begun.length;
  }

  /** Follows one byte of an object; true where it closes the object. */
  private boolean inside(byte b) {
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inString = false;
      }
    } else if (b == '"') {
      inString = true;
    } else if (b == '{' || b == '[') {
      depth++;
    } else if (b == '}' || b == ']') {
      return --depth == 0;
    }
    return false;
  }

  private void emit(byte[] bytes, int start, int end, Sink sink) throws IOException {
    if (length == 0) {
      bound(end - start);
      sink.object(bytes, start, end - start);
      return;
    }
    keep(bytes, start, end);
    byte[] whole = begun;
    int size = length;
    reset();
    sink.object(whole, 0, size);
  }

  private void keep(byte[] bytes, int start, int end) throws IOException {
    bound((long) length + end - start);
    int needed = length + end - start;
    if (needed > begun.length) {
      begun = Arrays.copyOf(begun, (int) Math.min(max, Math.max(needed, begun.length * 2L)));
    }
    System.arraycopy(bytes, start, begun, length, end - start);
    length = needed;
  }

  private void bound(long size) throws IOException {
    if (size > max) {
      throw new ProtocolException("a message is longer than " + max + " bytes");
    }
  }

  private void reset() {
    length = 0;
    depth = 0;
    inString = false;
    escaped = false;
    if (begun.length > KEPT) {
      begun = new byte[1024];
    }
  }
}
