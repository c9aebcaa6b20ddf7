/** What hypervisors tell without being asked, in order, on the subscriber's own thread. */
@NullMarked
package io.kvmsdk.event;

import org.jspecify.annotations.NullMarked;
