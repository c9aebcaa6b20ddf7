/** How a call is made: its deadline, its object, and what a change applies to. */
@NullMarked
package io.kvmsdk.call;

import org.jspecify.annotations.NullMarked;
