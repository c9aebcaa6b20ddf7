package io.kvmsdk.qmp.agent;

import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.qmp.GuestAgent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A guest as its agent shows it. What is one command and no more is executed by {@link #agent}:
 *
 * <pre>{@code
 * try (Guest guest = Guest.connect(socket)) {
 *   GuestOSInfo system = guest.agent().execute(GuestGetOsinfo.INSTANCE);
 *   GuestResult result = guest.programs().run("/usr/bin/systemctl", "is-system-running");
 *   try (FreezeGuard frozen = guest.fileSystems().freeze(Duration.ofSeconds(30))) {
 *     // take the snapshot
 *   }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads; the agent does one thing at a time. All calls fail as {@link
 * GuestAgent#execute} does where the agent is absent, hangs or refuses. What a guest answers is not
 * to be trusted more than the guest.
 */
public final class Guest implements AutoCloseable {

  private final Calls calls;
  private final Freezes freezes;

  private Guest(Calls calls, Freezes freezes) {
    this.calls = calls;
    this.freezes = freezes;
  }

  /**
   * Connects to QEMU's unix socket for the agent.
   *
   * @throws ConnectFailedException if nothing listens there
   */
  public static Guest connect(Path socket) {
    return of(GuestAgent.connect(socket));
  }

  /** The guest behind a connection, which is closed with it. */
  public static Guest of(GuestAgent agent) {
    return new Guest(new Calls(agent, Optional.empty()), new Freezes());
  }

  /**
   * The same guest, over the same connection, with another time for each call: all the commands
   * that it takes, together. A stream's call is a read or a write; a running program's is one look
   * whether it has ended. Without it the time is {@link io.kvmsdk.qmp.QmpOptions#timeoutOf(String)}
   * of the slowest command.
   */
  public Guest withTimeout(Duration timeout) {
    return new Guest(new Calls(calls.agent(), Optional.of(timeout)), freezes);
  }

  /** The connection, for whatever is one command. */
  public GuestAgent agent() {
    return calls.agent();
  }

  /** Programs that run in the guest. */
  public GuestPrograms programs() {
    return new GuestPrograms(calls);
  }

  /** The guest's files. */
  public GuestFiles files() {
    return new GuestFiles(calls);
  }

  /** Freezing, thawing and trimming. */
  public GuestFileSystems fileSystems() {
    return new GuestFileSystems(calls, freezes);
  }

  /** Clock, addresses, passwords, shutting down and suspending. */
  public GuestSystem system() {
    return new GuestSystem(calls);
  }

  /** The CPUs and the memory that the guest's kernel uses. */
  public GuestHardware hardware() {
    return new GuestHardware(calls);
  }

  /**
   * Thaws what a {@link FreezeGuard} of this guest still holds, for at most ten seconds each, and
   * closes the connection.
   */
  @Override
  public void close() {
    freezes.thawAll();
    calls.agent().close();
  }

  @Override
  public String toString() {
    return "Guest[" + calls.agent().address() + "]";
  }
}
