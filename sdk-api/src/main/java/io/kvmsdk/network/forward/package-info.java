/** How networks are connected to those of the host. */
@NullMarked
package io.kvmsdk.network.forward;

import org.jspecify.annotations.NullMarked;
