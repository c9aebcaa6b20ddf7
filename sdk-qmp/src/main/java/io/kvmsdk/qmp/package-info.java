/**
 * Clients for QEMU's own protocols, usable without the rest of the SDK: {@link
 * io.kvmsdk.qmp.QmpClient} for QMP and {@link io.kvmsdk.qmp.GuestAgent} for the guest agent. Their
 * commands, events and types are in packages below this one, generated from QEMU's schemas.
 */
@NullMarked
package io.kvmsdk.qmp;

import org.jspecify.annotations.NullMarked;
