/** What a guest is told of its machine by firmware tables. */
@NullMarked
package io.kvmsdk.domain.sysinfo;

import org.jspecify.annotations.NullMarked;
