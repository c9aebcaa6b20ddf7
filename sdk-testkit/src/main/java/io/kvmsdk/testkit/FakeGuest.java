package io.kvmsdk.testkit;

import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Optional;

/**
 * How the guest of one domain behaves; it may be told before the domain is there, and at any time
 * after. Thread-safe.
 *
 * <p>A guest that is told nothing does what it is asked for, unless its kernel command line is one
 * of {@link TinyGuest}'s that say otherwise.
 */
public final class FakeGuest {

  /** How an agent behaves. */
  enum Agent {
    ANSWERS,
    ABSENT,
    HUNG
  }

  /** What a guest does about a device that is being unplugged. */
  sealed interface Unplug {

    /** Lets go of it. */
    record Accept(Duration delay) implements Unplug {}

    /** Does nothing. */
    record Ignore() implements Unplug {}

    /** Says that it will not. */
    record Reject(String reason) implements Unplug {}
  }

  private volatile Optional<Unplug> unplug = Optional.empty();
  private volatile Optional<Boolean> obeysPowerButton = Optional.empty();
  private volatile Agent agent = Agent.ANSWERS;
  private volatile ByteSize balloonSpeed = ByteSize.gibibytes(2);

  FakeGuest() {}

  /** It lets go of devices at once. */
  public FakeGuest acceptUnplug() {
    return acceptUnplugAfter(Duration.ZERO);
  }

  /** It lets go of a device so much later than its reaction time. */
  public FakeGuest acceptUnplugAfter(Duration delay) {
    unplug = Optional.of(new Unplug.Accept(delay));
    return this;
  }

  /** It never lets go of a device and never says so. */
  public FakeGuest ignoreUnplug() {
    unplug = Optional.of(new Unplug.Ignore());
    return this;
  }

  /** It refuses to let go of a device, and says so. */
  public FakeGuest rejectUnplug(String reason) {
    unplug = Optional.of(new Unplug.Reject(reason));
    return this;
  }

  /** It shuts down when the power button is pressed. */
  public FakeGuest obeyPowerButton() {
    obeysPowerButton = Optional.of(true);
    return this;
  }

  /** It takes no notice of the power button. */
  public FakeGuest ignorePowerButton() {
    obeysPowerButton = Optional.of(false);
    return this;
  }

  /** Its agent answers, where the machine has a channel for it and the guest has booted. */
  public FakeGuest agentAnswers() {
    agent = Agent.ANSWERS;
    return this;
  }

  /** It has no agent. */
  public FakeGuest agentAbsent() {
    agent = Agent.ABSENT;
    return this;
  }

  /** Its agent takes commands and answers none. */
  public FakeGuest agentHung() {
    agent = Agent.HUNG;
    return this;
  }

  /**
   * How fast its balloon driver gives and takes memory.
   *
   * @param perSecond {@link ByteSize#ZERO} for a guest without such a driver
   */
  public FakeGuest balloonSpeed(ByteSize perSecond) {
    balloonSpeed = perSecond;
    return this;
  }

  Optional<Unplug> unplug() {
    return unplug;
  }

  Optional<Boolean> obeysPowerButton() {
    return obeysPowerButton;
  }

  Agent agent() {
    return agent;
  }

  ByteSize balloonSpeed() {
    return balloonSpeed;
  }
}
