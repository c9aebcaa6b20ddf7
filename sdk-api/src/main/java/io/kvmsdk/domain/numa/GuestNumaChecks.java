package io.kvmsdk.domain.numa;

import io.kvmsdk.error.InvalidDefinitionException;
import java.util.BitSet;

/** What libvirt refuses of guest NUMA cells wherever it reads them. */
final class GuestNumaChecks {

  private static final int LOCAL = 10;
  private static final int UNREACHABLE = 255;

  private GuestNumaChecks() {}

  static void check(GuestNuma numa) {
    int count = numa.cells().size();
    if (count == 0) {
      throw new InvalidDefinitionException("numa/cell", "absent", "at least one cell");
    }
    BitSet ids = new BitSet();
    BitSet vcpus = new BitSet();
    for (int i = 0; i < count; i++) {
      NumaCell cell = numa.cells().get(i);
      int id = cell.id().orElse(i);
      if (id >= count || ids.get(id)) {
        throw new InvalidDefinitionException(
            "numa/cell/@id",
            Integer.toString(id),
            "each number from 0 to " + (count - 1) + " once");
      }
      ids.set(id);
      if (cell.cpus().isPresent()) {
        if (cell.cpus().get().stream().anyMatch(vcpus::get)) {
          throw new InvalidDefinitionException(
              "numa/cell/@cpus", cell.cpus().get().toString(), "vCPUs that no other cell has");
        }
        cell.cpus().get().stream().forEach(vcpus::set);
      }
      distances(id, cell, count);
    }
  }

  private static void distances(int id, NumaCell cell, int count) {
    for (NumaDistance distance : cell.distances()) {
      if (distance.id() >= count) {
        throw new InvalidDefinitionException(
            "numa/cell/distances/sibling/@id",
            Integer.toString(distance.id()),
            "a cell, 0 to " + (count - 1));
      }
      boolean self = distance.id() == id;
      int value = distance.value();
      if (self ? value != LOCAL : value <= LOCAL || value > UNREACHABLE) {
        throw new InvalidDefinitionException(
            "numa/cell/distances/sibling/@value",
            Integer.toString(value),
            self ? "10, for it is the cell itself" : "11 to 255");
      }
    }
  }
}
