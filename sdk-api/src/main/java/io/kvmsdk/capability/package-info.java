/** What a connection or a domain can do, and why not where it cannot. */
@NullMarked
package io.kvmsdk.capability;

import org.jspecify.annotations.NullMarked;
