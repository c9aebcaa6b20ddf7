/** What a host is and which guests it can run, as a document. */
@NullMarked
package io.kvmsdk.host.capabilities;

import org.jspecify.annotations.NullMarked;
