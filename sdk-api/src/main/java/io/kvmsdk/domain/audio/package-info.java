/** Sound cards, and where their sound goes. */
@NullMarked
package io.kvmsdk.domain.audio;

import org.jspecify.annotations.NullMarked;
