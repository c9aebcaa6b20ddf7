/** What takes long: jobs with progress, phases and an end that is waited for. */
@NullMarked
package io.kvmsdk.job;

import org.jspecify.annotations.NullMarked;
