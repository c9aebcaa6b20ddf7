/**
 * The backend that starts QEMU, drives it by QMP and finds it again: {@code qmp:///DIR} and {@code
 * qmp+unix:///SOCKET}.
 */
@NullMarked
package io.kvmsdk.qmp.direct;

import org.jspecify.annotations.NullMarked;
