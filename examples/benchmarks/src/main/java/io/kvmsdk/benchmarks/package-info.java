/** Measured against a named rival in one run. */
@NullMarked
package io.kvmsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
