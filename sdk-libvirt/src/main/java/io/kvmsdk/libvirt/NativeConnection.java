package io.kvmsdk.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import io.kvmsdk.call.DomainRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virNodeInfo;

/**
 * libvirt's calls on a {@code virConnectPtr}. Owns nothing: whoever has it must know that the
 * pointer is open. A call and the fetching of its error stay on one thread.
 */
final class NativeConnection {

  private final NativeLibrary library;
  private final ConnectionPointer pointer;

  private NativeConnection(NativeLibrary library, ConnectionPointer pointer) {
    this.library = library;
    this.pointer = pointer;
  }

  /** Opens one; blocks for as long as the other side likes. */
  static NativeConnection open(NativeLibrary library, String uri) throws NativeFailure {
    ConnectionPointer pointer = library.base().virConnectOpen(uri);
    if (pointer == null) {
      throw new NativeFailure(library.lastError(), false);
    }
    return new NativeConnection(library, pointer);
  }

  NativeLibrary library() {
    return library;
  }

  ConnectionPointer pointer() {
    return pointer;
  }

  /** Gives the reference back; how many remain, 0 when the connection is closed. */
  int close() {
    return library.base().virConnectClose(pointer);
  }

  /** What is to be thrown for a call that has just failed on this thread. */
  NativeFailure failure() {
    NativeError error = library.lastError();
    // Asks the socket, not the daemon; -1 is a driver that has no socket.
    return new NativeFailure(error, library.base().virConnectIsAlive(pointer) == 0);
  }

  int check(int result) throws NativeFailure {
    if (result < 0) {
      throw failure();
    }
    return result;
  }

  <T> T check(@Nullable T result) throws NativeFailure {
    if (result == null) {
      throw failure();
    }
    return result;
  }

  /** Asks a silent peer every so often; a driver without a transport does without. */
  void keepAlive(int seconds, int count) throws NativeFailure {
    if (library.base().virConnectSetKeepAlive(pointer, seconds, count) < 0) {
      NativeFailure failure = failure();
      if (!failure.is(ErrorCodes.NO_SUPPORT)) {
        throw failure;
      }
    }
  }

  /** The driver's name: {@code QEMU}, {@code TEST}, ... */
  String type() throws NativeFailure {
    return check(library.base().virConnectGetType(pointer));
  }

  /** The hypervisor's version in libvirt's coding; 0 where there is none. */
  long version() {
    return number(v -> library.base().virConnectGetVersion(pointer, v));
  }

  /** The version of libvirt on the other side. */
  long libraryVersion() {
    return number(v -> library.base().virConnectGetLibVersion(pointer, v));
  }

  private static long number(java.util.function.ToIntFunction<LongByReference> call) {
    LongByReference number = new LongByReference();
    return call.applyAsInt(number) < 0 ? 0 : number.getValue();
  }

  String capabilities() throws NativeFailure {
    return check(NativeLibrary.take(library.base().virConnectGetCapabilities(pointer)));
  }

  virNodeInfo nodeInfo() throws NativeFailure {
    virNodeInfo info = new virNodeInfo();
    check(library.base().virNodeGetInfo(pointer, info));
    return info;
  }

  /** All domains, active or not, in one call. */
  List<DomainRef> domains() throws NativeFailure {
    PointerByReference array = new PointerByReference();
    int count = check(library.more().virConnectListAllDomains(pointer, array, 0));
    Pointer domains = array.getValue();
    List<DomainRef> refs = new ArrayList<>(count);
    try {
      for (int i = 0; i < count; i++) {
        Pointer each = domains.getPointer((long) i * Native.POINTER_SIZE);
        try (NativeDomain domain = new NativeDomain(this, new DomainPointer(each))) {
          refs.add(domain.ref());
        }
      }
    } finally {
      Native.free(Pointer.nativeValue(domains));
    }
    return refs;
  }

  /** The domain of that UUID; empty if there is none. */
  Optional<NativeDomain> find(UUID uuid) throws NativeFailure {
    return found(library.base().virDomainLookupByUUIDString(pointer, uuid.toString()));
  }

  /** The domain of that name; empty if there is none. */
  Optional<NativeDomain> find(String name) throws NativeFailure {
    return found(library.base().virDomainLookupByName(pointer, name));
  }

  private Optional<NativeDomain> found(@Nullable DomainPointer domain) throws NativeFailure {
    if (domain != null) {
      return Optional.of(new NativeDomain(this, domain));
    }
    NativeFailure failure = failure();
    if (failure.is(ErrorCodes.NO_DOMAIN)) {
      return Optional.empty();
    }
    throw failure;
  }

  NativeDomain define(String xml) throws NativeFailure {
    return new NativeDomain(this, check(library.more().virDomainDefineXMLFlags(pointer, xml, 0)));
  }

  NativeDomain create(String xml, int flags) throws NativeFailure {
    return new NativeDomain(this, check(library.base().virDomainCreateXML(pointer, xml, flags)));
  }
}
