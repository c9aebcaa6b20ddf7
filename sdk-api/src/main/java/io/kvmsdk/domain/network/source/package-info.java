/** What a network interface is connected to. */
@NullMarked
package io.kvmsdk.domain.network.source;

import org.jspecify.annotations.NullMarked;
