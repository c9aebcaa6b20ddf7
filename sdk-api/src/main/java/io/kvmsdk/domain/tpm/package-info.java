/** Trusted platform modules. */
@NullMarked
package io.kvmsdk.domain.tpm;

import org.jspecify.annotations.NullMarked;
