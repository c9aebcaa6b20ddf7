/** What every backend does alike: one abstract JUnit class a subject, run on each backend. */
@NullMarked
package io.kvmsdk.testkit.contract;

import org.jspecify.annotations.NullMarked;
