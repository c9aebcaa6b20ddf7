package io.kvmsdk.testkit.contract;

import io.kvmsdk.testkit.contract.Outcomes.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes what became of each test of a contract class, for {@link BackendsTable}. */
final class ContractRecorder implements BeforeEachCallback, TestWatcher, AfterAllCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    with(context, Contract::takeNotes);
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    with(
        context,
        contract -> {
          List<String> notes = contract.takeNotes();
          Kind kind = notes.isEmpty() ? Kind.PASSED : Kind.NOT_SUPPORTED;
          contract.record(name(context), kind, String.join("; ", notes));
        });
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    with(context, c -> c.record(name(context), Kind.SKIPPED, why(cause)));
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    with(
        context,
        c -> c.record(name(context), Kind.SKIPPED, reason.orElse("disabled without a reason")));
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    with(context, c -> c.record(name(context), Kind.FAILED, why(cause)));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    with(context, Contract::writeOutcomes);
  }

  private static String why(@Nullable Throwable cause) {
    String message = cause == null ? null : cause.getMessage();
    return message == null
        ? "for no known reason"
        : message.replaceFirst("^Assumption failed: ", ""); // JUnit's, and said of all
  }

  private static String name(ExtensionContext context) {
    return context.getDisplayName().replaceFirst("\\(.*\\)$", "");
  }

  private static void with(ExtensionContext context, Consumer<Contract> action) {
    context
        .getTestInstance()
        .filter(Contract.class::isInstance)
        .map(Contract.class::cast)
        .ifPresent(action);
  }
}
