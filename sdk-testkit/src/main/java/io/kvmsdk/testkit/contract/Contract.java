package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.testkit.contract.Outcomes.Line;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the subjects of the contract share.
 *
 * <p>A test of a feature proves its behaviour where {@code Domain.support} says Yes; where it says
 * No, it proves that the call says the same and changes nothing, which is a pass. A test is skipped
 * only where the target cannot stage it, and says why.
 *
 * <p>Booting a guest takes seconds: the tests of a subject share one, in no certain order, and each
 * leaves it as it found it, or off.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ContractRecorder.class)
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.MINUTES)
abstract class Contract {

  /** For what a hypervisor or a guest does at its own pace; emulated guests are slow. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** For what is expected not to happen. */
  static final Duration IMPATIENCE = Duration.ofSeconds(4);

  /** Where the results go, relative to the module whose tests run. */
  private static final Path RESULTS = Path.of("target", "contract");

  private final String prefix = "contract-" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final List<String> notes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private @Nullable Hypervisor connection;

  /** The backend that the suite is run on. */
  abstract ContractTarget target();

  /** The subject, as the results name it. */
  final String subject() {
    Class<?> type = getClass();
    while (!Modifier.isAbstract(type.getModifiers())) {
      type = type.getSuperclass();
    }
    return type.getSimpleName().replace("Contract", "");
  }

  /** The connection that the tests of a class share. */
  final Hypervisor kvm() {
    Hypervisor open = connection;
    if (open == null) {
      open = target().connect(ConnectOptions.DEFAULT);
      connection = open;
    }
    return open;
  }

  /** Closes the shared connection, for a test that needs one of its own. */
  final void disconnect() {
    Hypervisor open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  /** A name that nothing else has, and that is swept up after the class. */
  final String name(String suffix) {
    return prefix + suffix;
  }

  /** An obedient guest that is not defined yet. */
  final DomainDefinition.Builder guest(String suffix) {
    return target().guest(name(suffix), GuestKind.OBEDIENT);
  }

  /** What the guest that the tests of the class share is. */
  DomainDefinition definition() {
    return guest("shared").build();
  }

  /** The domain that the tests of the class share, in whatever state. */
  final Domain shared() {
    return sharedOn(kvm());
  }

  /** The same on a connection of a test's own. */
  final Domain sharedOn(Hypervisor connection) {
    DomainDefinition definition = definition();
    return connection
        .domains()
        .find(definition.name())
        .orElseGet(() -> connection.domains().define(definition));
  }

  /** The shared domain, off. */
  final Domain off() {
    Domain domain = shared();
    if (domain.state().isActive()) {
      domain.destroy();
    }
    return domain;
  }

  /** The shared domain, running. */
  final Domain running() {
    return running(shared());
  }

  static Domain running(Domain domain) {
    DomainState state = domain.state();
    if (!state.isActive()) {
      domain.start();
    } else if (state.equals(DomainState.PAUSED)) {
      domain.resume();
    }
    return domain;
  }

  /** The shared domain, its guest up where guests boot at all. */
  final Domain booted() {
    return booted(shared());
  }

  final Domain booted(Domain domain) {
    running(domain);
    awaitGuest(domain);
    return domain;
  }

  /** Waits until the guest's agent answers, which is the last thing that a guest brings up. */
  final void awaitGuest(Domain domain) {
    if (target().boots()) {
      Domain brief = domain.withTimeout(Duration.ofSeconds(5));
      Awaitility.await("agent of " + domain)
          .atMost(PATIENCE.multipliedBy(2))
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptionsInstanceOf(HypervisorException.class)
          .until(() -> {
            brief.agent().ping();
            return true;
          });
    }
  }

  /** Asks the guest, where there is one, until it sees what it should. */
  final void guestSees(Domain domain, Consumer<GuestView> expectation) {
    if (target().boots()) {
      eventually(() -> expectation.accept(target().view(domain)));
    }
  }

  /** Tries until it holds. */
  static void eventually(ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(HypervisorException.class)
        .untilAsserted(assertion);
  }

  /**
   * Whether the test can go on with a feature. Where it cannot, {@code call} has been made, has
   * told the same reason and remedy, and has changed nothing.
   */
  final boolean offers(Domain domain, Feature feature, ThrowingCallable call) {
    Support support = domain.support(feature);
    if (support instanceof Support.No no) {
      proveRefused(domain, feature, no, call);
      notes.add(feature + ": " + no.reason());
      return false;
    }
    return true;
  }

  final void proveRefused(Domain domain, Feature feature, Support.No no, ThrowingCallable call) {
    assertThat(no.reason()).as("reason of %s", feature).isNotBlank();
    assertThat(no.remedy()).as("remedy of %s", feature).isNotBlank();
    DomainFacts before = DomainFacts.of(domain);
    UnsupportedFeatureException refusal =
        catchThrowableOfType(UnsupportedFeatureException.class, call);
    assertThat(refusal).as("%s is not supported: %s", feature, no.reason()).isNotNull();
    assertThat(refusal.feature()).isEqualTo(feature);
    assertThat(refusal.reason()).isEqualTo(no.reason());
    assertThat(refusal.remedy()).isEqualTo(no.remedy());
    assertThat(DomainFacts.of(domain)).as("after %s was refused", feature).isEqualTo(before);
  }

  /** What a call fails with that means something running, of a domain that is off. */
  static void refusedWhenOff(Domain off, ThrowingCallable call) {
    InvalidStateException failure = failsWithoutTrace(off, InvalidStateException.class, call);
    assertThat(failure.expected()).isNotBlank();
    assertThat(failure.actual()).isNotBlank();
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
  }

  /** Makes a call that fails, and proves that it left the domain as it was. */
  static <E extends Throwable> E failsWithoutTrace(
      Domain domain, Class<E> type, ThrowingCallable call) {
    DomainFacts before = DomainFacts.of(domain);
    E failure = catchThrowableOfType(type, call);
    assertThat(failure).as("expected %s", type.getSimpleName()).isNotNull();
    assertThat(DomainFacts.of(domain)).as("after %s", failure.getMessage()).isEqualTo(before);
    return failure;
  }

  /** Skips the test where nothing boots. */
  final void assumeBoots() {
    Assumptions.assumeTrue(target().boots(), "no guest boots on " + target().name());
  }

  /** A raw image without content, in the folder that the hypervisor can use. */
  final Path image(String suffix, long mebibytes) {
    Path file = target().scratch().resolve(name(suffix) + ".raw");
    try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
      image.setLength(mebibytes << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.toFile().deleteOnExit();
    return file;
  }

  @AfterAll
  final void sweepUp() {
    try {
      for (Domain domain : kvm().domains().list()) {
        if (domain.name().startsWith(prefix)) {
          remove(domain);
        }
      }
    } finally {
      disconnect();
    }
  }

  /** Leaves nothing of a domain. */
  final void remove(Domain domain) {
    boolean persistent = domain.info().persistent();
    if (domain.state().isActive()) {
      domain.destroy();
    }
    if (persistent) {
      domain.undefine();
    }
  }

  final List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  final void record(String test, Outcomes.Kind kind, String reason) {
    lines.add(new Line(target().name(), subject(), test, kind, reason));
  }

  final void writeOutcomes() {
    Outcomes.write(RESULTS, target().name(), subject(), lines);
  }
}
