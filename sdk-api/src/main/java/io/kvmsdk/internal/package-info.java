/** Machinery of {@link io.kvmsdk.Hypervisor}; not exported. */
@NullMarked
package io.kvmsdk.internal;

import org.jspecify.annotations.NullMarked;
