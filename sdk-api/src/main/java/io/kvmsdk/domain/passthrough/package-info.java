/** Devices of the host that are given to a guest. */
@NullMarked
package io.kvmsdk.domain.passthrough;

import org.jspecify.annotations.NullMarked;
