/**
 * What devices of a domain share: alias, address, boot order, and what several kinds of them say.
 */
@NullMarked
package io.kvmsdk.domain.device;

import org.jspecify.annotations.NullMarked;
