/** What a character device is connected to on the host. */
@NullMarked
package io.kvmsdk.domain.chardev.source;

import org.jspecify.annotations.NullMarked;
