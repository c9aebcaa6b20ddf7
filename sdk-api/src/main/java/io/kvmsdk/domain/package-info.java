/** Domains: definitions, states and lifecycle. */
@NullMarked
package io.kvmsdk.domain;

import org.jspecify.annotations.NullMarked;
