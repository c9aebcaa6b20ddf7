/** Memory that domains share with each other and with the host. */
@NullMarked
package io.kvmsdk.domain.shmem;

import org.jspecify.annotations.NullMarked;
