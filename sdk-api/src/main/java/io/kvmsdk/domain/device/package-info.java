/** What all devices of a domain share: alias, address, boot order. */
@NullMarked
package io.kvmsdk.domain.device;

import org.jspecify.annotations.NullMarked;
