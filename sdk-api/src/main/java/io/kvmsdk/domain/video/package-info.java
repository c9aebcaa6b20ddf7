/** Graphics cards. */
@NullMarked
package io.kvmsdk.domain.video;

import org.jspecify.annotations.NullMarked;
