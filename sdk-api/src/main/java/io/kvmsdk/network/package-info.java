/** Networks, and what interfaces and networks have in common: bandwidth, VLANs, virtual ports. */
@NullMarked
package io.kvmsdk.network;

import org.jspecify.annotations.NullMarked;
