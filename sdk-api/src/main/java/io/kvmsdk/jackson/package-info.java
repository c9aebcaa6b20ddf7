/** Definitions in users' own Jackson documents. Needs {@code jackson-databind} on the path. */
@NullMarked
package io.kvmsdk.jackson;

import org.jspecify.annotations.NullMarked;
