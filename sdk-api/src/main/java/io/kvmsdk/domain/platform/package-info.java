/** Devices of the machine itself, such as the random number generator. */
@NullMarked
package io.kvmsdk.domain.platform;

import org.jspecify.annotations.NullMarked;
