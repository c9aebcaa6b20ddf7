/** Amounts and addresses as types, so that no bare number has to be guessed at. */
@NullMarked
package io.kvmsdk.units;

import org.jspecify.annotations.NullMarked;
