/** Directories of the host that a guest can mount. */
@NullMarked
package io.kvmsdk.domain.filesystem;

import org.jspecify.annotations.NullMarked;
