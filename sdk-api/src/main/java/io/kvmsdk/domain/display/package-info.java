/** Graphical consoles. */
@NullMarked
package io.kvmsdk.domain.display;

import org.jspecify.annotations.NullMarked;
