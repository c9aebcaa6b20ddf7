package io.kvmsdk.call;

import io.kvmsdk.error.ErrorContext;
import java.time.Duration;
import java.util.UUID;

/**
 * A call about one domain, as a backend sees it.
 *
 * @param operation its name in errors, such as {@code domain.start}
 * @param domain which domain
 * @param deadline by when it has ended, queueing, sending, waiting and undoing all told
 */
public record DomainCall(String operation, DomainRef domain, Deadline deadline) {

  /** A call that begins now and is given {@code budget}. */
  public static DomainCall within(Duration budget, String operation, DomainRef domain) {
    return new DomainCall(operation, domain, Deadline.after(budget));
  }

  /** The domain's UUID. */
  public UUID uuid() {
    return domain.uuid();
  }

  /** What an error of this call tells beside its message; nothing was changed yet. */
  public ErrorContext context() {
    return ErrorContext.of(operation, domain.toString());
  }

  /** The same call as one that need not be about a domain. */
  public Call asCall() {
    return new Call(operation, domain.toString(), deadline);
  }
}
