package io.kvmsdk.domain;

/** Placeholder that the typed model replaces (keep the members named here). */
public interface DomainDefinition {
  String name();

  java.util.Optional<java.util.UUID> uuid();
}
