/**
 * The backend over libvirt; nothing here is for users, who connect by a URI.
 *
 * <p>From the bottom: {@code NativeLibrary} loads libvirt, {@code NativeConnection} and {@code
 * NativeDomain} make one native call each and fetch its error on the same thread, {@code
 * ConnectionOwner} keeps a connection's pointer from being used after it was freed, {@code
 * NativeCalls} runs all that on bounded threads of ours, {@code Session} keeps a connection to the
 * daemon alive, {@code LibvirtEvents} takes what libvirt tells, and one {@code Libvirt...} class a
 * subject implements the seam of the API.
 */
@NullMarked
package io.kvmsdk.libvirt;

import org.jspecify.annotations.NullMarked;
