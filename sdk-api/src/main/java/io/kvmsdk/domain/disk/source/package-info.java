/** Where a disk's data is: files, devices, volumes, servers. */
@NullMarked
package io.kvmsdk.domain.disk.source;

import org.jspecify.annotations.NullMarked;
