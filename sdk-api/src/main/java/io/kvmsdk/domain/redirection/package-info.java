/** USB devices and smartcards of a client that are given to a guest. */
@NullMarked
package io.kvmsdk.domain.redirection;

import org.jspecify.annotations.NullMarked;
