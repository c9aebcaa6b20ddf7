/** Where on the host the data of file systems is. */
@NullMarked
package io.kvmsdk.domain.filesystem.source;

import org.jspecify.annotations.NullMarked;
