package io.kvmsdk.testkit;

import io.kvmsdk.testkit.FakeGuest.Unplug;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The system inside a fake machine: boots, sees devices come and go, obeys or does not. It does on
 * its serial console as {@link TinyGuest} does. Guarded by the monitor of its domain.
 */
final class FakeOs {

  /** What a kernel keeps for itself, so that a guest has less memory than its machine. */
  private static final ByteSize KERNEL = ByteSize.mebibytes(36);

  private static final int FIRST_PID = 100;

  private final FakeMachine machine;
  private final FakeGuest script;
  private final String kernelCommandLine;

  private int boots;
  private boolean up;
  private String bootId = "";
  private int cpus;
  private final Map<String, String> disks = new LinkedHashMap<>();
  private final Map<MacAddress, String> cards = new LinkedHashMap<>();
  private ByteSize memory = ByteSize.ZERO;
  private final List<Runnable> whenUp = new ArrayList<>();
  private final List<BooleanSupplier> processes = new ArrayList<>();

  FakeOs(FakeMachine machine, FakeGuest script, String kernelCommandLine) {
    this.machine = machine;
    this.script = script;
    this.kernelCommandLine = kernelCommandLine;
  }

  /** Begins anew, knowing nothing. */
  void boot() {
    boots++;
    up = false;
    bootId = UUID.randomUUID().toString();
    cpus = 0;
    disks.clear();
    cards.clear();
    whenUp.clear();
    processes.clear();
    say("booting Linux 6.1.0-fake");
    later(machine.settings().bootTime(), this::ready);
  }

  private void ready() {
    cpus = machine.onlineCpus();
    memory = seenMemory();
    look();
    up = true;
    say("ready: " + cpus + " cpu, " + memory.toKibibytes() + " KiB, after " + seconds() + " s");
    List.copyOf(whenUp).forEach(Runnable::run);
    whenUp.clear();
  }

  private String seconds() {
    return Double.toString(machine.settings().bootTime().toMillis() / 1000.0);
  }

  boolean isUp() {
    return up;
  }

  String bootId() {
    return bootId;
  }

  int cpus() {
    return cpus;
  }

  Set<String> disks() {
    return new LinkedHashSet<>(disks.values());
  }

  Map<MacAddress, String> cards() {
    return cards;
  }

  ByteSize memory() {
    return memory;
  }

  FakeGuest.Agent agent() {
    return script.agent();
  }

  /** Something was plugged, unplugged or ballooned: it is seen a little later. */
  void notice() {
    if (up) {
      later(machine.settings().reactionTime(), this::look);
    }
  }

  /** Compares the machine with what is known of it. */
  private void look() {
    lookAtDisks();
    lookAtCards();
    while (up && cpus < machine.onlineCpus()) {
      say("cpu" + cpus++ + " online");
    }
    while (up && cpus > machine.onlineCpus()) {
      say("cpu" + --cpus + " removed");
    }
    if (up && !memory.equals(seenMemory())) {
      memory = seenMemory();
      say("memory " + memory.toKibibytes() + " KiB");
    }
  }

  private void lookAtDisks() {
    Map<String, ByteSize> present = machine.disks();
    disks
        .entrySet()
        .removeIf(e -> {
          boolean gone = !present.containsKey(e.getKey());
          if (gone) {
            say(e.getValue() + " removed");
          }
          return gone;
        });
    present.forEach((target, size) -> {
      if (!disks.containsKey(target)) {
        String name = freeName(machine.diskPrefix(target), 'a', disks.values());
        disks.put(target, name);
        say(name + " added (" + size.bytes() + " bytes)");
      }
    });
  }

  private void lookAtCards() {
    Set<MacAddress> present = machine.macs();
    cards
        .entrySet()
        .removeIf(e -> {
          boolean gone = !present.contains(e.getKey());
          if (gone) {
            say(e.getValue() + " removed");
          }
          return gone;
        });
    for (MacAddress mac : present) {
      if (!cards.containsKey(mac)) {
        String name = freeName("eth", '0', cards.values());
        cards.put(mac, name);
        say(name + " added (" + mac + ")");
      }
    }
  }

  private static String freeName(String prefix, char first, java.util.Collection<String> taken) {
    char next = first;
    while (taken.contains(prefix + next)) {
      next++;
    }
    return prefix + next;
  }

  private ByteSize seenMemory() {
    ByteSize given = machine.balloon();
    return given.compareTo(KERNEL) > 0 ? given.minus(KERNEL) : given;
  }

  /** The target of the disk that the system knows by that name. */
  Optional<String> target(String disk) {
    return disks.entrySet().stream()
        .filter(e -> e.getValue().equals(disk))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Starts a process.
   *
   * @param over tells whether it has ended
   * @return its number
   */
  int execute(BooleanSupplier over) {
    processes.add(over);
    return FIRST_PID + processes.size() - 1;
  }

  /** Whether a process has ended; empty where there is none of that number. */
  Optional<Boolean> hasEnded(int pid) {
    int index = pid - FIRST_PID;
    return index < 0 || index >= processes.size()
        ? Optional.empty()
        : Optional.of(processes.get(index).getAsBoolean());
  }

  /** Asks the system to let go of a device; it may do, say no, or do nothing. */
  void askToRelease(Runnable release, Consumer<String> reject) {
    if (!up) {
      whenUp.add(() -> askToRelease(release, reject));
      return;
    }
    Unplug behaviour = script.unplug().orElseGet(this::unplugByCommandLine);
    if (behaviour instanceof Unplug.Accept accept) {
      later(
          machine.settings().reactionTime().plus(accept.delay()),
          () -> {
            release.run();
            look(); // it is the guest that lets go: it has seen the last of it by now
          });
    } else if (behaviour instanceof Unplug.Reject no) {
      later(machine.settings().reactionTime(), () -> reject.accept(no.reason()));
    }
  }

  private Unplug unplugByCommandLine() {
    return kernelCommandLine.contains("kvmsdk.unplug=refuse")
        ? new Unplug.Ignore()
        : new Unplug.Accept(Duration.ZERO);
  }

  /** The power button is pressed; a system that is not up takes no notice. */
  void pressPowerButton(Runnable off) {
    if (!up) {
      return;
    }
    say("power button");
    boolean obeys =
        script
            .obeysPowerButton()
            .orElseGet(() -> !kernelCommandLine.contains("kvmsdk.powerbutton=ignore"));
    if (obeys) {
      shutDown("poweroff", off);
    }
  }

  /** Ends the system by its own doing. */
  void shutDown(String how, Runnable end) {
    later(
        machine.settings().reactionTime(),
        () -> {
          say(how);
          up = false;
          end.run();
        });
  }

  ByteSize balloonSpeed() {
    return script.balloonSpeed();
  }

  /** Does something when it is up, in this boot of the system. */
  void whenUp(Runnable action) {
    if (up) {
      action.run();
    } else {
      whenUp.add(action);
    }
  }

  /** Does something later, in this boot of the system, while the machine is not paused. */
  void later(Duration delay, Runnable action) {
    int boot = boots;
    machine.later(
        delay,
        () -> {
          if (boot == boots) {
            action.run();
          }
        });
  }

  private void say(String what) {
    machine.say("TINY " + what);
  }
}
