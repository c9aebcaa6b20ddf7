package io.kvmsdk.domain.disk;

/** Placeholder that the typed model replaces (keep the members named here). */
public interface Disk {}
