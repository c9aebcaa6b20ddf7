/** A domain's memory: size and balloon. */
@NullMarked
package io.kvmsdk.domain.memory;

import org.jspecify.annotations.NullMarked;
