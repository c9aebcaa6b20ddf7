/** Documents that a fuzzer makes. */
@NullMarked
package io.kvmsdk.fuzz;

import org.jspecify.annotations.NullMarked;
