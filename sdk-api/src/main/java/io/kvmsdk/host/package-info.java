/** What a hypervisor says of itself and of its machine. */
@NullMarked
package io.kvmsdk.host;

import org.jspecify.annotations.NullMarked;
