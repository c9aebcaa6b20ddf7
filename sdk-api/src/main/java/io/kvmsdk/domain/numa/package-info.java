/** NUMA cells of a guest, and the nodes of the host that its memory lies on. */
@NullMarked
package io.kvmsdk.domain.numa;

import org.jspecify.annotations.NullMarked;
