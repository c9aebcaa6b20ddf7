/** What tests and tutorials of programs that use the SDK need: a fake hypervisor, a real guest. */
@NullMarked
package io.kvmsdk.testkit;

import org.jspecify.annotations.NullMarked;
