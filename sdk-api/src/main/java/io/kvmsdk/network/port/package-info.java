/** The ports of networks: which interface is connected to what. */
@NullMarked
package io.kvmsdk.network.port;

import org.jspecify.annotations.NullMarked;
