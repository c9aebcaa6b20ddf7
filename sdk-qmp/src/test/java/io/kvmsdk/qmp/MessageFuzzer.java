package io.kvmsdk.qmp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fuzzer runs: whatever comes in, however it is cut, is sorted in the same way or ends the
 * connection with a {@link ProtocolException}, and holds no more memory than it may. {@code
 * scripts/fuzz} starts it under Jazzer.
 */
public final class MessageFuzzer {

  private static final int MAX = 8 * 1024;

  private MessageFuzzer() {}

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    List<String> whole = sorted(input, input.length + 1);
    for (int size : new int[] {1, 7, 100}) {
      List<String> cut = sorted(input, size);
      if (!cut.equals(whole)) {
        throw new AssertionError("cut by " + size + ": " + cut + " and not " + whole);
      }
    }
    agent(input);
  }

  /** What came out of it, up to the message that ended the connection. */
  private static List<String> sorted(byte[] input, int size) {
    List<String> told = new ArrayList<>();
    QmpSession.Watcher watcher =
        new QmpSession.Watcher() {
          @Override
          public void ready(QmpGreeting greeting) {
            told.add("ready " + greeting);
          }

          @Override
          public void lost(Throwable cause) {
            told.add("lost");
          }
        };
    QmpSession session = new QmpSession(new Subscriptions(1), watcher);
    List<Pending> commands = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Pending command = new Pending();
      int unused = session.inFlight().add(command);
      commands.add(command);
    }
    JsonFramer framer = new JsonFramer(MAX);
    try {
      for (int at = 0; at < input.length; at += size) {
        framer.feed(input, at, Math.min(size, input.length - at), session);
        if (framer.held() > MAX) {
          throw new AssertionError("holds " + framer.held());
        }
      }
    } catch (ProtocolException e) {
      told.add("refused: " + e.getMessage());
    } catch (IOException e) {
      throw new AssertionError("not what the session throws", e);
    }
    session.lost(new IOException("over"));
    for (Pending command : commands) {
      try {
        told.add(command.result().toString());
      } catch (IOException e) {
        told.add("unanswered");
      }
    }
    if (session.inFlight().waiting() != 0) {
      throw new AssertionError("commands are left");
    }
    return told;
  }

  /** A guest may send anything at all. */
  private static void agent(byte[] input) {
    AgentSession session = new AgentSession();
    Pending sync = new Pending();
    session.expectSync(1, sync);
    try {
      new JsonFramer(MAX).feed(input, 0, input.length, session);
    } catch (ProtocolException e) {
      // longer than it may be
    } catch (IOException e) {
      throw new AssertionError("not what the session throws", e);
    }
  }
}
