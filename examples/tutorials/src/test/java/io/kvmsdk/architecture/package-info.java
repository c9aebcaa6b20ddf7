/** The rules that hold for all modules, and that they can be broken. */
@NullMarked
package io.kvmsdk.architecture;

import org.jspecify.annotations.NullMarked;
