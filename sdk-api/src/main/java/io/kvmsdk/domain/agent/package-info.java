/** The agent inside the guest. */
@NullMarked
package io.kvmsdk.domain.agent;

import org.jspecify.annotations.NullMarked;
