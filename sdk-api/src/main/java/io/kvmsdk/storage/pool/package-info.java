/** Storage pools. */
@NullMarked
package io.kvmsdk.storage.pool;

import org.jspecify.annotations.NullMarked;
