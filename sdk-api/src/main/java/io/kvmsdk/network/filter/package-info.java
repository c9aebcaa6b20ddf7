/** Filters of network traffic. */
@NullMarked
package io.kvmsdk.network.filter;

import org.jspecify.annotations.NullMarked;
