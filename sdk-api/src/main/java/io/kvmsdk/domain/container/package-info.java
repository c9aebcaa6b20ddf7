/** What only containers have. */
@NullMarked
package io.kvmsdk.domain.container;

import org.jspecify.annotations.NullMarked;
