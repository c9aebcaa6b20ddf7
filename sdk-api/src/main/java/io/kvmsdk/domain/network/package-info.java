/** Network interfaces: sources, hot plug. */
@NullMarked
package io.kvmsdk.domain.network;

import org.jspecify.annotations.NullMarked;
