package io.kvmsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects that a definition is refused, naming where it is wrong and what stands there. */
public final class Refused {

  private Refused() {}

  public static void at(String path, String value, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }
}
