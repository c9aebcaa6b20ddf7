/** What a domain is to be: its definition with all that it holds. */
@NullMarked
package io.kvmsdk.domain.definition;

import org.jspecify.annotations.NullMarked;
