package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.command.GuestExec;
import io.kvmsdk.qmp.agent.type.GuestExecCaptureOutput;
import java.util.Base64;

/**
 * Runs programs in a guest, as the agent's user, which is mostly root. Thread-safe. QEMU guest
 * agent 2.5 or later.
 *
 * @see <a
 *     href="https://www.qemu.org/docs/master/interop/qemu-ga-ref.html#command-QGA-exec.guest-exec">guest-exec</a>
 */
public final class GuestPrograms {

  private final Calls calls;

  GuestPrograms(Calls calls) {
    this.calls = calls;
  }

  /** Runs a program with a minute's time; see {@link #run(GuestProgram)}. */
  public GuestResult run(String path, String... arguments) {
    return run(GuestProgram.of(path, arguments));
  }

  /**
   * Runs a program and waits until it has ended, for at most {@link GuestProgram#timeout}, starting
   * it included. An exit code other than 0 is a result, not an error.
   *
   * @throws OperationFailedException if the agent cannot start it
   * @throws TimedOutException if it has not ended in time; it runs on in the guest, and the message
   *     has its process id
   * @throws HypervisorException if the agent is absent, hangs, or may not run programs; its outcome
   *     is {@link Outcome#UNKNOWN} where the program was started and its end cannot be told
   */
  public GuestResult run(GuestProgram program) {
    Call call =
        new Call(
            "programs.run", program + " in " + calls.object(), Deadline.after(program.timeout()));
    GuestProcess process = launch(program, true, call);
    try {
      return process.await(call);
    } catch (AgentUnavailableException | ConnectionLostException | OperationFailedException e) {
      if (e.outcome() != Outcome.NOT_APPLIED) {
        throw e;
      }
      // What was not done is the asking; the program was started.
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "it was started, with process id "
              + process.pid()
              + ", and how it ends cannot be told; is the agent gone, or was it restarted?",
          e);
    }
  }

  /**
   * Starts a program and keeps what it writes, which can be had when it has ended: the agent hands
   * it over then and not before.
   *
   * @throws OperationFailedException if the agent cannot start it
   */
  public GuestProcess start(GuestProgram program) {
    return launch(program, true, calls.begin("programs.start", "guest-exec"));
  }

  /**
   * Starts a program whose output is read while it runs. As the agent has no such thing, the
   * program writes into two files in a new folder that only the agent's user may enter, and they
   * are read as they grow; they take up room in the guest's {@code TMPDIR} until {@link
   * StreamedProcess#close} removes them.
   *
   * <p>Linux and other guests with {@code /bin/sh}, {@code mktemp} and {@code rm}: the shell is
   * what redirects. Its script is fixed, and the program, its arguments and its input are handed
   * through unread.
   *
   * @throws OperationFailedException if the agent cannot start it; one that does not exist is one
   *     that ends with exit code 127
   */
  public StreamedProcess stream(GuestProgram program) {
    return StreamedProcess.start(calls, this, program);
  }

  GuestProcess launch(GuestProgram program, boolean capture, Call call) {
    GuestExec.Builder command =
        GuestExec.builder()
            .path(program.path())
            .arg(program.arguments())
            .captureOutput(GuestExecCaptureOutput.of(capture));
    program
        .environment()
        .ifPresent(
            variables -> variables.forEach((name, value) -> command.addEnv(name + "=" + value)));
    byte[] input = program.input();
    if (input.length > 0) {
      command.inputData(Base64.getEncoder().encodeToString(input));
    }
    var started = calls.execute(command.build(), call);
    return new GuestProcess(calls, this, program.path(), Calls.read(call, started::pid));
  }
}
