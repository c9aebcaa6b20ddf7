/** How the project's values are generated; not exported. */
@NullMarked
package io.kvmsdk.internal.style;

import org.jspecify.annotations.NullMarked;
