/** Virtual CPUs: how many, which model, hot-add and hot-remove. */
@NullMarked
package io.kvmsdk.domain.cpu;

import org.jspecify.annotations.NullMarked;
