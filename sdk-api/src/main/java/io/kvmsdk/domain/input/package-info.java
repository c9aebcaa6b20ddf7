/** Input devices and USB hubs. */
@NullMarked
package io.kvmsdk.domain.input;

import org.jspecify.annotations.NullMarked;
