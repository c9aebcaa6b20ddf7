/** Network interfaces of the host. */
@NullMarked
package io.kvmsdk.network.host;

import org.jspecify.annotations.NullMarked;
