/**
 * Clients for QEMU's own protocols, usable without the rest of the SDK: {@link
 * io.kvmsdk.qmp.QmpClient} for QMP and {@link io.kvmsdk.qmp.GuestAgent} for the guest agent.
 */
@NullMarked
package io.kvmsdk.qmp;

import org.jspecify.annotations.NullMarked;
