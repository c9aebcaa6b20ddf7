/** What a backend implements. */
@NullMarked
package io.kvmsdk.spi;

import org.jspecify.annotations.NullMarked;
