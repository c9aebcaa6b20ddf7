/**
 * Writes the packages {@code command}, {@code event} and {@code type}, and the guest agent's, from
 * QEMU's schemas, while the module builds. {@link io.kvmsdk.qmp.generator.Generator} is the way in:
 * {@code Schema} reads a file, {@code Merge} makes one {@code Model} of the versions, and a writer
 * for each kind of type makes Java of it.
 */
@NullMarked
package io.kvmsdk.qmp.generator;

import org.jspecify.annotations.NullMarked;
