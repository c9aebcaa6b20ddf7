/** Disks: sources, throttling, hot plug. */
@NullMarked
package io.kvmsdk.domain.disk;

import org.jspecify.annotations.NullMarked;
