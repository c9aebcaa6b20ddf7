/** One family of unchecked errors, caught by meaning; nobody has to match message texts. */
@NullMarked
package io.kvmsdk.error;

import org.jspecify.annotations.NullMarked;
