/** What one hypervisor can do for the domains of one architecture and machine type. */
@NullMarked
package io.kvmsdk.host.domaincapabilities;

import org.jspecify.annotations.NullMarked;
