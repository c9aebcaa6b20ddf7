/** How a domain is confined, and kept from its host. */
@NullMarked
package io.kvmsdk.domain.security;

import org.jspecify.annotations.NullMarked;
