/** The NUMA nodes, CPUs and caches of a host. */
@NullMarked
package io.kvmsdk.host.topology;

import org.jspecify.annotations.NullMarked;
