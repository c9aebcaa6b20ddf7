/** The DNS servers of networks. */
@NullMarked
package io.kvmsdk.network.dns;

import org.jspecify.annotations.NullMarked;
