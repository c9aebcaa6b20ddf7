/** What the storage of libvirt and the disks of domains have in common. */
@NullMarked
package io.kvmsdk.storage;

import org.jspecify.annotations.NullMarked;
