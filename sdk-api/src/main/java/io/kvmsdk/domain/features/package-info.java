/** What the machine of a guest has beside its CPU, and what it is told of its hypervisor. */
@NullMarked
package io.kvmsdk.domain.features;

import org.jspecify.annotations.NullMarked;
