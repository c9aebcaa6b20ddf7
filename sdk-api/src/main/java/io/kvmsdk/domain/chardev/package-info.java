/** Serial ports, consoles, channels, and what they are connected to on the host. */
@NullMarked
package io.kvmsdk.domain.chardev;

import org.jspecify.annotations.NullMarked;
