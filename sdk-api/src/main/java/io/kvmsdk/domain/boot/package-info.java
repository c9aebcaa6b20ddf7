/** What a domain boots, its clock, and the features of its machine. */
@NullMarked
package io.kvmsdk.domain.boot;

import org.jspecify.annotations.NullMarked;
