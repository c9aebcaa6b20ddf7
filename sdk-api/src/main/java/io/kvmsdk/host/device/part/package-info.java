/** Parts of what a device of the host can do. */
@NullMarked
package io.kvmsdk.host.device.part;

import org.jspecify.annotations.NullMarked;
