package io.kvmsdk.call;

import io.kvmsdk.error.ErrorContext;

/**
 * A call that is being made, as a backend sees it.
 *
 * @param operation its name in errors, such as {@code domains.define}
 * @param object what it is about, such as {@code domain web-1}
 * @param deadline by when it has ended, queueing, sending, waiting and undoing all told
 */
public record Call(String operation, String object, Deadline deadline) {

  /** What an error of this call tells beside its message; nothing was changed yet. */
  public ErrorContext context() {
    return ErrorContext.of(operation, object);
  }
}
