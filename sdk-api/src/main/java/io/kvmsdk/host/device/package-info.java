/** Devices of the host, as libvirt finds them. */
@NullMarked
package io.kvmsdk.host.device;

import org.jspecify.annotations.NullMarked;
