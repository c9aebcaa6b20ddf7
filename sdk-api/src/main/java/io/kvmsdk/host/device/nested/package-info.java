/** What a device of the host can do besides, by its kind. */
@NullMarked
package io.kvmsdk.host.device.nested;

import org.jspecify.annotations.NullMarked;
