/** One runnable class a tutorial. */
@NullMarked
package io.kvmsdk.tutorials;

import org.jspecify.annotations.NullMarked;
