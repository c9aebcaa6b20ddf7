package io.kvmsdk.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.LibvirtQemu;

/**
 * The loaded library.
 *
 * <p>{@code Libvirt.INSTANCE} is not used: it asks for a file that only libvirt's development
 * package installs on some systems, its failure is a {@code NoClassDefFoundError} from the second
 * time on, and it translates texts by the JVM's default character set.
 *
 * @param base what libvirt-java declares
 * @param more what it lacks
 * @param qemu {@code libvirt-qemu}, where it is installed
 */
record NativeLibrary(Libvirt base, LibvirtMore more, Optional<LibvirtQemu> qemu) {

  private static final Map<String, Object> UTF8 = Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");

  /** The library, loaded once for the process. */
  static NativeLibrary load(ErrorContext context) {
    return Loaded.get(context);
  }

  /** Loads the libraries of these names. */
  static NativeLibrary load(ErrorContext context, String name, String qemuName) {
    try {
      return new NativeLibrary(
          Native.load(name, Libvirt.class, UTF8),
          Native.load(name, LibvirtMore.class, UTF8),
          loadQemu(qemuName));
    } catch (LinkageError e) { // JNA's own native part may be what is missing, too
      throw new ConnectFailedException(
          context,
          "the native library "
              + name
              + " cannot be loaded: install libvirt's client library (Debian: libvirt0; Fedora:"
              + " libvirt-libs). The daemon is another package (Debian: libvirt-daemon-system), and so is"
              + " virsh (libvirt-clients). The loader said: "
              + e.getMessage(),
          e);
    }
  }

  private static Optional<LibvirtQemu> loadQemu(String name) {
    try {
      return Optional.of(Native.load(name, LibvirtQemu.class, UTF8));
    } catch (LinkageError e) {
      return Optional.empty(); // its one use is a feature, which is answered with No then
    }
  }

  /** The calling thread's last error. To be asked right after a call that failed. */
  NativeError lastError() {
    Pointer error = more.virGetLastError();
    return error == null ? NativeError.NONE : NativeError.read(error);
  }

  /** Takes over a string that libvirt allocated; null stays null. */
  static @Nullable String take(@Nullable CString string) {
    return string == null ? null : string.toString(); // copies and frees
  }

  private static final class Loaded {
    private static final java.util.concurrent.locks.ReentrantLock LOCK =
        new java.util.concurrent.locks.ReentrantLock();
    private static @Nullable NativeLibrary library;

    static NativeLibrary get(ErrorContext context) {
      LOCK.lock();
      try {
        NativeLibrary loaded = library;
        if (loaded == null) {
          boolean linux = Platform.isLinux();
          loaded =
              load(
                  context,
                  linux ? "libvirt.so.0" : "virt",
                  linux ? "libvirt-qemu.so.0" : "virt-qemu");
          library = loaded;
        }
        return loaded;
      } finally {
        LOCK.unlock();
      }
    }
  }
}
