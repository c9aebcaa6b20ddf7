package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * Builds an object of QEMU's. A member that is set twice has the second value. Not thread-safe.
 *
 * @param <T> what is built
 * @param <B> the builder itself
 */
public abstract class QmpBuilder<T extends QmpObject, B extends QmpBuilder<T, B>> {

  private final QmpType<T> type;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  /** For the generated types. */
  protected QmpBuilder(QmpType<T> type) {
    this.type = type;
  }

  @SuppressWarnings("unchecked") // what B is for
  private B self() {
    return (B) this;
  }

  /** Sets a member. */
  protected final <V> B put(String member, QmpType<V> as, V value) {
    json.set(member, as.write(Objects.requireNonNull(value, member)));
    return self();
  }

  /** Adds to a member that is a list. */
  protected final <V> B add(String member, QmpType<V> as, V value) {
    json.withArrayProperty(member).add(as.write(Objects.requireNonNull(value, member)));
    return self();
  }

  /** Sets all members of another object. */
  protected final B putAll(QmpObject other) {
    json.setAll(other.toJson());
    return self();
  }

  /**
   * Sets a member that has no method here, or one to a value that its method does not take.
   *
   * @param value is copied
   */
  public final B set(String member, JsonNode value) {
    json.set(member, Json.copy(value));
    return self();
  }

  /** Takes a member away. */
  public final B remove(String member) {
    json.remove(member);
    return self();
  }

  /**
   * The object as it is now; the builder can be used further.
   *
   * @throws IllegalStateException if a mandatory member was not set; it is named
   */
  public final T build() {
    List<String> missing = type.mandatory().stream().filter(name -> !json.has(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(type.name() + " needs " + String.join(", ", missing));
    }
    return type.of(json);
  }
}
