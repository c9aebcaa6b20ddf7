package io.kvmsdk.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A tiny Linux guest, booted by its kernel and an initramfs, for tests and tutorials that need a
 * guest to really do things: 192 MiB of memory are enough, and under emulation it is up after some
 * five seconds.
 *
 * <p>It is made of Debian packages on first use, which takes some ten seconds and needs Debian on
 * amd64 and apt's sources within reach, but neither root nor any of the packages installed. It is
 * kept in the folder that the system property {@value #CACHE_PROPERTY} names, by default {@code
 * /var/cache/kvmsdk} for root and {@code $XDG_CACHE_HOME/kvmsdk} or {@code ~/.cache/kvmsdk} for
 * others, and is shared by all that use the folder, at the same time too.
 *
 * <p>The guest has a root shell and its say on the serial console, where each line of its own
 * begins with {@code TINY}:
 *
 * <table>
 *   <caption>Lines on the console</caption>
 *   <tr><td>{@code TINY ready: 1 cpu, 223340 KiB, after 2.38 s}</td><td>it is up</td></tr>
 *   <tr><td>{@code TINY vda added (67108864 bytes)}</td><td>a disk was found, at boot or later; likewise {@code resized},
 *       {@code TINY vda removed}</td></tr>
 *   <tr><td>{@code TINY eth0 added (52:54:00:12:34:56)}</td><td>a network interface was found; likewise
 *       {@code TINY eth0 address 10.0.2.15} when DHCP gave it one, {@code TINY eth0 removed}</td></tr>
 *   <tr><td>{@code TINY cpu1 online}</td><td>a CPU came into use, hot-added ones by themselves; likewise {@code offline},
 *       {@code removed}</td></tr>
 *   <tr><td>{@code TINY memory 180224 KiB}</td><td>a balloon or a memory device changed how much it has</td></tr>
 *   <tr><td>{@code TINY power button}</td><td>it was pressed, and the guest is going to power off</td></tr>
 *   <tr><td>{@code TINY poweroff}</td><td>it is powering off; likewise {@code halt}, {@code reboot}</td></tr>
 * </table>
 *
 * <p>The QEMU guest agent answers on the virtio port {@code org.qemu.guest_agent.0}. Drivers are
 * there for virtio devices (on PCI and MMIO), NVMe, TPM and pvpanic, and for ext2 to ext4, FAT and
 * ISO 9660; there are none for SATA, USB or e1000.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TinyGuest {

  /** Names the folder where the guest is kept. */
  public static final String CACHE_PROPERTY = "kvmsdk.cache";

  /** What the line on the serial console that says that the guest is up begins with. */
  public static final String READY_LINE = "TINY ready";

  /** Kernel command line for a guest with its console on the first serial port. */
  public static final String CMDLINE = "console=ttyS0 quiet";

  /**
   * Kernel command line for a guest that says that the power button was pressed, and does nothing
   * about it.
   */
  public static final String CMDLINE_IGNORING_POWER_BUTTON = CMDLINE + " kvmsdk.powerbutton=ignore";

  /**
   * Kernel command line for a guest that finds hot-plugged PCI devices and never lets go of one:
   * QEMU's {@code device_del} succeeds, and {@code DEVICE_DELETED} does not come.
   */
  public static final String CMDLINE_REFUSING_UNPLUG =
      CMDLINE + " acpiphp.disable=1 pcie_ports=compat kvmsdk.unplug=refuse";

  private static final String SCRIPT = "tiny-guest.sh";
  private static final long MINUTES_TO_MAKE = 15;

  /** File locks are the JVM's: threads of one must not meet at one. */
  private static final ReentrantLock MAKING = new ReentrantLock();

  private final Path kernel;
  private final Path initrd;

  private TinyGuest(Path folder) {
    kernel = folder.resolve("vmlinuz");
    initrd = folder.resolve("initrd.gz");
  }

  /**
   * Finds the guest in the cache, or makes it.
   *
   * @throws IllegalStateException if it cannot be made; the message says what is missing
   * @throws UncheckedIOException if the cache folder cannot be used
   */
  public static TinyGuest obtain() {
    return obtain(cacheFolder());
  }

  static TinyGuest obtain(Path cache) {
    try {
      byte[] script = script();
      Path folder = cache.resolve("tiny-guest-" + hash(script));
      if (Files.isDirectory(folder)) {
        return new TinyGuest(folder);
      }
      Files.createDirectories(cache);
      MAKING.lock();
      try (FileChannel lock =
          FileChannel.open(
              cache.resolve("tiny-guest.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        lock.lock();
        if (!Files.isDirectory(folder)) {
          make(script, cache, folder);
        }
      } finally {
        MAKING.unlock();
      }
      return new TinyGuest(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The tiny guest cannot be kept in "
              + cache
              + ": name another folder by -D"
              + CACHE_PROPERTY,
          e);
    }
  }

  /** The kernel, a file that every user may read. */
  public Path kernel() {
    return kernel;
  }

  /** The initramfs, a file that every user may read. */
  public Path initrd() {
    return initrd;
  }

  private static Path cacheFolder() {
    String named = System.getProperty(CACHE_PROPERTY);
    if (named != null) {
      return Path.of(named).toAbsolutePath();
    }
    if ("root".equals(System.getProperty("user.name"))) {
      return Path.of("/var/cache/kvmsdk");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return xdg == null || xdg.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "kvmsdk")
        : Path.of(xdg, "kvmsdk");
  }

  private static byte[] script() throws IOException {
    try (InputStream in = TinyGuest.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(SCRIPT + " is missing in the testkit's jar");
      }
      return in.readAllBytes();
    }
  }

  private static String hash(byte[] script) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void make(byte[] script, Path cache, Path folder) throws IOException {
    // Whoever holds the lock may sweep up what another left that was killed.
    Path work = cache.resolve("tiny-guest.making");
    delete(work);
    Files.createDirectory(work);
    try {
      Path file = Files.write(work.resolve(SCRIPT), script);
      Path made = work.resolve("made");
      run(file, made);
      // A user that libvirt gives its guests reads it too, whatever the umask is.
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static void run(Path script, Path made) throws IOException {
    Path log = script.resolveSibling("log");
    Process process;
    try {
      process =
          new ProcessBuilder("bash", script.toString(), made.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The tiny guest is made by a script, and bash does not start", e);
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MINUTES_TO_MAKE, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "The tiny guest was not made within "
                + MINUTES_TO_MAKE
                + " minutes: "
                + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the tiny guest", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "The tiny guest could not be made: " + Files.readString(log).strip());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
