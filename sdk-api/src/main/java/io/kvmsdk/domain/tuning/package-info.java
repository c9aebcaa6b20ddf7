/** What CPU time, threads and block I/O of the host a domain gets. */
@NullMarked
package io.kvmsdk.domain.tuning;

import org.jspecify.annotations.NullMarked;
