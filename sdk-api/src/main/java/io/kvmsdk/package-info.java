/** The door: {@link io.kvmsdk.Hypervisor#connect(String)}. */
@NullMarked
package io.kvmsdk;

import org.jspecify.annotations.NullMarked;
