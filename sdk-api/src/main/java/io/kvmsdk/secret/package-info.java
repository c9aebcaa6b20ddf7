/** Secrets that libvirt keeps for volumes, networks of storage and others. */
@NullMarked
package io.kvmsdk.secret;

import org.jspecify.annotations.NullMarked;
