/** What hypervisors are told past libvirt, in namespaces of their own within a domain. */
@NullMarked
package io.kvmsdk.domain.namespaces;

import org.jspecify.annotations.NullMarked;
