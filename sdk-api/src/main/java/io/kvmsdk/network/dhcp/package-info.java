/** The DHCP servers of networks. */
@NullMarked
package io.kvmsdk.network.dhcp;

import org.jspecify.annotations.NullMarked;
