/** Which devices of the host are given to guests. */
@NullMarked
package io.kvmsdk.domain.passthrough.source;

import org.jspecify.annotations.NullMarked;
