/**
 * What takes more than one command of the guest agent's, or a unit, a stream or a guard. {@link
 * io.kvmsdk.qmp.agent.Guest} is where to begin; the commands themselves are in {@code command} and
 * {@code type}.
 */
@NullMarked
package io.kvmsdk.qmp.agent;

import org.jspecify.annotations.NullMarked;
