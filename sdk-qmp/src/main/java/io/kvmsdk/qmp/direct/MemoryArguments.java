package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.AllocationMode;
import io.kvmsdk.domain.memory.HugePage;
import io.kvmsdk.domain.memory.MemoryBacking;
import io.kvmsdk.domain.memory.MemorySource;
import io.kvmsdk.domain.numa.MemoryAccess;
import io.kvmsdk.units.ByteSize;
import java.util.List;
import java.util.Optional;

/** The memory of a machine, and what holds it on the host. */
final class MemoryArguments {

  private static final long MEBIBYTE = 1L << 20;

  private final DomainDefinition live;
  private final MemoryBacking backing;

  MemoryArguments(DomainDefinition live) {
    this.live = live;
    this.backing = live.memoryBacking().orElseGet(() -> MemoryBacking.builder().build());
  }

  /** The memory at the start; QEMU's machines want whole MiB. */
  static long bytes(DomainDefinition live) {
    return roundUp(
        live.memory()
            .orElseThrow(() -> Refusal.invalid("domain/memory", "absent", "an amount of memory")));
  }

  /** What the guest may use at the start, if that is not all; in whole MiB, too. */
  static Optional<Long> current(DomainDefinition live) {
    long all = bytes(live);
    Optional<Long> current = live.currentMemory().map(MemoryArguments::roundUp);
    if (current.isPresent() && current.get() > all) {
      throw Refusal.invalid(
          "domain/currentMemory", current.get() + " bytes", "at most the memory, " + all);
    }
    return current.filter(it -> it < all);
  }

  private static long roundUp(ByteSize size) {
    return Math.multiplyExact((size.bytes() + MEBIBYTE - 1) / MEBIBYTE, MEBIBYTE);
  }

  OptionText size() {
    long size = bytes(live);
    OptionText text = OptionText.of("size", size / 1024 + "k");
    if (live.maxMemory().isPresent()) {
      long most = roundUp(live.maxMemory().get());
      int slots = live.memorySlots().orElse(0);
      if (most < size) {
        throw Refusal.invalid("domain/maxMemory", most + " bytes", "at least the memory");
      }
      if (slots < 1) {
        throw Refusal.invalid("domain/maxMemory/@slots", slots, "at least 1");
      }
      if (most > size) {
        text.with("slots", slots).with("maxmem", most / 1024 + "k");
      }
    }
    return text;
  }

  QemuJson backend(String id) {
    Optional<Long> hugePage = hugePage();
    boolean memfd =
        hugePage.isPresent() || backing.source().filter(MemorySource.MEMFD::equals).isPresent();
    QemuJson object = QemuJson.qom(memfd ? "memory-backend-memfd" : "memory-backend-ram", id);
    object.put("size", bytes(live));
    if (hugePage.isPresent()) {
      object.put("hugetlb", true).put("hugetlbsize", hugePage.filter(size -> size > 0));
    }
    object.put("share", backing.access().map(MemoryAccess.SHARED::equals));
    return object.put("prealloc", backing.allocation().map(AllocationMode.IMMEDIATE::equals));
  }

  /** The size of the huge pages to use, 0 for the host's default; empty for ordinary pages. */
  private Optional<Long> hugePage() {
    if (backing.hugePages().isEmpty()) {
      return Optional.empty();
    }
    List<HugePage> pages = backing.hugePages().get().pages();
    if (pages.size() > 1) {
      throw Refusal.unsupported(
          "domain/memoryBacking/hugepages/page[2]",
          "memory without guest NUMA nodes has pages of one size",
          "leave one page");
    }
    return Optional.of(pages.isEmpty() ? 0L : pages.get(0).size().bytes());
  }

  /** Whether the host's kernel may share pages with the same content. */
  boolean isShared() {
    return !backing.noSharePages();
  }

  boolean isLocked() {
    return backing.locked();
  }

  /** Whether a dump of QEMU has the guest's memory in it. */
  Optional<Boolean> isDumped() {
    return live.dumpCore();
  }
}
