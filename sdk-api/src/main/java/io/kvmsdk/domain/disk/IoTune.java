package io.kvmsdk.domain.disk;

/** Placeholder that the typed model replaces (keep the members named here). */
public interface IoTune {
  /**
   * Refuses limits that exclude each other: total beside read or write of one kind;
   * InvalidDefinitionException names the path.
   */
  void checkConsistent();
}
