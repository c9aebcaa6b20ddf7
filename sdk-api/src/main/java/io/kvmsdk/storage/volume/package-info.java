/** Storage volumes. */
@NullMarked
package io.kvmsdk.storage.volume;

import org.jspecify.annotations.NullMarked;
