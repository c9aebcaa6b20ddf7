/** Snapshots, checkpoints and backups of a domain, as documents. */
@NullMarked
package io.kvmsdk.domain.snapshot;

import org.jspecify.annotations.NullMarked;
