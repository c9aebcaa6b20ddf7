package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that runs in a guest and whose output is read meanwhile. Close it: that kills the
 * program if it runs, and removes the files that it wrote into.
 */
public final class StreamedProcess implements AutoCloseable {

  /**
   * {@code $1} and {@code $2} are the files; what follows them is the program with its arguments.
   */
  private static final String REDIRECT = "o=$1 e=$2; shift 2; exec \"$@\" >\"$o\" 2>\"$e\"";

  private static final Logger LOG = LoggerFactory.getLogger(StreamedProcess.class);
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final Calls calls;
  private final GuestPrograms programs;
  private final String folder;
  private final GuestProcess process;
  private final InputStream output;
  private final InputStream errors;

  private StreamedProcess(
      Calls calls,
      GuestPrograms programs,
      String folder,
      GuestProcess process,
      List<GuestFile> files) {
    this.calls = calls;
    this.programs = programs;
    this.folder = folder;
    this.process = process;
    this.output = new Growing(files.get(0));
    this.errors = new Growing(files.get(1));
  }

  static StreamedProcess start(Calls calls, GuestPrograms programs, GuestProgram program) {
    Call call = calls.begin("programs.stream", "guest-exec");
    String folder = makeFolder(programs, call);
    List<GuestFile> files = new ArrayList<>();
    try {
      GuestFiles opener = new GuestFiles(calls);
      for (String name : List.of("output", "errors")) {
        files.add(opener.open(folder + "/" + name, "w+b", call)); // made, and read from its start
      }
      GuestProgram redirected =
          program.behind("/bin/sh", REDIRECT, files.get(0).path(), files.get(1).path());
      GuestProcess process = programs.launch(redirected, false, call);
      return new StreamedProcess(calls, programs, folder, process, files);
    } catch (RuntimeException e) {
      files.forEach(GuestFile::close);
      Calls.despiteInterrupt(() -> remove(programs, folder));
      throw e;
    }
  }

  private static String makeFolder(GuestPrograms programs, Call call) {
    GuestResult made = programs.launch(GuestProgram.of("mktemp", "-d"), true, call).await(call);
    String folder = made.outputText().strip();
    if (!made.succeeded() || !folder.startsWith("/") || folder.indexOf('\n') >= 0) {
      throw new OperationFailedException(
          call.context(), "no folder for the program's output could be made in the guest: " + made);
    }
    return folder;
  }

  private static void remove(GuestPrograms programs, String folder) {
    try {
      GuestResult removed = programs.run("rm", "-rf", "--", folder);
      if (!removed.succeeded()) {
        LOG.warn("{} was not removed in a guest: {}", folder, removed);
      }
    } catch (HypervisorException e) {
      LOG.warn("{} was not removed in a guest", folder, e);
    }
  }

  /** What it writes to its standard output; at its end the program has ended. */
  public InputStream output() {
    return output;
  }

  /** What it writes to its standard error; at its end the program has ended. */
  public InputStream errors() {
    return errors;
  }

  /** The program itself, to wait for it or to kill it. Its result holds no output. */
  public GuestProcess process() {
    return process;
  }

  /**
   * Kills the program if it runs, and removes its files. What fails of that, such as with an agent
   * that has gone, is logged and left in the guest.
   */
  @Override
  public void close() {
    Calls.despiteInterrupt(this::end);
  }

  private void end() {
    try {
      process.kill();
    } catch (HypervisorException e) {
      LOG.warn("{} may run on", process, e);
    }
    for (InputStream stream : List.of(output, errors)) {
      try {
        stream.close();
      } catch (IOException e) {
        LOG.debug("an output file of {} was not closed", process, e);
      }
    }
    remove(programs, folder);
  }

  /** A file that ends when the program has ended and nothing is left in it. */
  private final class Growing extends GuestInput {

    Growing(GuestFile file) {
      super(file);
    }

    @Override
    byte[] next(GuestFile from) {
      for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
        Call call = calls.begin("programs.read", "guest-exec-status");
        boolean ended = process.poll(call).isPresent(); // before reading: then nothing comes after
        byte[] bytes = from.read(GuestFile.CHUNK);
        if (bytes.length > 0 || ended) {
          return bytes;
        }
        Calls.pause(call, pause);
      }
    }
  }
}
