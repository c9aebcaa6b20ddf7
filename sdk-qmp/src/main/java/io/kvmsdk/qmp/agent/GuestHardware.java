package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.qmp.agent.command.GuestGetMemoryBlockInfo;
import io.kvmsdk.qmp.agent.command.GuestGetMemoryBlocks;
import io.kvmsdk.qmp.agent.command.GuestGetVcpus;
import io.kvmsdk.qmp.agent.command.GuestSetMemoryBlocks;
import io.kvmsdk.qmp.agent.command.GuestSetVcpus;
import io.kvmsdk.qmp.agent.type.GuestLogicalProcessor;
import io.kvmsdk.qmp.agent.type.GuestMemoryBlock;
import io.kvmsdk.qmp.agent.type.GuestMemoryBlockResponseType;
import io.kvmsdk.units.ByteSize;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The CPUs and the memory that the guest's kernel uses, of those that the machine has. That is the
 * guest's doing: what is offline can be had back by it at any time. Thread-safe.
 */
public final class GuestHardware {

  private record Cpu(long id, boolean online, boolean canOffline) {}

  private final Calls calls;

  GuestHardware(Calls calls) {
    this.calls = calls;
  }

  /** How many CPUs the guest uses. QEMU guest agent 1.5 or later. */
  public int onlineCpus() {
    return online(cpus(calls.begin("hardware.onlineCpus", "guest-get-vcpus")));
  }

  /**
   * Lets the guest use so many CPUs: takes the last ones offline, of those that can be, or the
   * first ones online.
   *
   * @param wanted at least 1
   * @throws OperationFailedException if it has not so many, or too many that cannot be taken
   *     offline; or if the guest fails at one, after others were done, with outcome {@link
   *     Outcome#UNKNOWN}
   */
  public void setOnlineCpus(int wanted) {
    if (wanted < 1) {
      throw new IllegalArgumentException("a guest has at least one CPU: " + wanted);
    }
    Call call = calls.begin("hardware.setOnlineCpus", "guest-set-vcpus");
    List<Cpu> all = cpus(call);
    int online = online(all);
    boolean more = wanted > online;
    Comparator<Cpu> upwards = Comparator.comparingLong(Cpu::id);
    List<GuestLogicalProcessor> changes =
        all.stream()
            .filter(cpu -> cpu.online() != more && (more || cpu.canOffline()))
            .sorted(more ? upwards : upwards.reversed())
            .limit(Math.abs(wanted - online))
            .map(cpu -> GuestLogicalProcessor.builder().logicalId(cpu.id()).online(more).build())
            .toList();
    if (changes.size() < Math.abs(wanted - online)) {
      throw new OperationFailedException(
          call.context(),
          "%d of its %d CPUs are online, and only %d of them can be changed as is wanted"
              .formatted(online, all.size(), changes.size()));
    }
    set(call, changes);
  }

  /** The agent stops at the first that it cannot do, and says why when that is the first of all. */
  private void set(Call call, List<GuestLogicalProcessor> changes) {
    for (int done = 0; done < changes.size(); ) {
      long count;
      try {
        List<GuestLogicalProcessor> rest = changes.subList(done, changes.size());
        count = calls.execute(GuestSetVcpus.builder().vcpus(rest).build(), call);
      } catch (HypervisorException e) {
        if (done == 0) {
          throw e;
        }
        throw new OperationFailedException(
            call.context().withOutcome(Outcome.UNKNOWN),
            done + " of " + changes.size() + " CPUs were changed, and then: " + e.getMessage(),
            e);
      }
      if (count <= 0 || count > changes.size() - done) {
        throw Calls.odd(call.context(), count + " CPUs of " + (changes.size() - done));
      }
      done += (int) count;
    }
  }

  private List<Cpu> cpus(Call call) {
    List<GuestLogicalProcessor> all = calls.execute(GuestGetVcpus.INSTANCE, call);
    return Calls.read(
        call,
        () ->
            all.stream()
                .map(cpu -> new Cpu(cpu.logicalId(), cpu.online(), cpu.canOffline().orElse(true)))
                .toList());
  }

  private static int online(List<Cpu> cpus) {
    return (int) cpus.stream().filter(Cpu::online).count();
  }

  /** How much memory the guest uses, by its blocks. QEMU guest agent 2.3 or later. */
  public ByteSize onlineMemory() {
    Call call = calls.begin("hardware.onlineMemory", "guest-get-memory-blocks");
    var blocks = calls.execute(GuestGetMemoryBlocks.INSTANCE, call);
    long size = Calls.read(call, calls.execute(GuestGetMemoryBlockInfo.INSTANCE, call)::size);
    long online = Calls.read(call, () -> blocks.stream().filter(block -> block.online()).count());
    if (size < 0 || (online > 0 && size > Long.MAX_VALUE / online)) {
      throw Calls.odd(call.context(), "blocks of " + size + " bytes");
    }
    return ByteSize.bytes(size * online);
  }

  /**
   * Takes blocks of memory online or offline. QEMU guest agent 2.3 or later.
   *
   * @param blocks their {@code phys-index}, as {@code GuestGetMemoryBlocks} has them
   * @throws OperationFailedException if the guest fails at one; the message says which, and others
   *     may have been changed
   */
  public void setMemoryBlocks(Collection<Long> blocks, boolean online) {
    Call call = calls.begin("hardware.setMemoryBlocks", "guest-set-memory-blocks");
    GuestSetMemoryBlocks.Builder command = GuestSetMemoryBlocks.builder().memBlks(List.of());
    for (long block : blocks) {
      command.addMemBlks(GuestMemoryBlock.builder().physIndex(block).online(online).build());
    }
    var replies = calls.execute(command.build(), call);
    List<String> failures =
        Calls.read(
            call,
            () ->
                replies.stream()
                    .filter(each -> !each.response().equals(GuestMemoryBlockResponseType.SUCCESS))
                    .map(each -> each.physIndex() + " (" + each.response() + ")")
                    .toList());
    if (!failures.isEmpty()) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "these blocks of memory were not changed: " + String.join(", ", failures));
    }
  }
}
