package io.kvmsdk.domain.disk;

/**
 * How QEMU does a disk's input and output on the host. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record IoMode(String value) {

  /** By a pool of threads. */
  public static final IoMode THREADS = new IoMode("threads");

  /** By Linux AIO; wants {@link CacheMode#NONE} or {@link CacheMode#DIRECTSYNC}. */
  public static final IoMode NATIVE = new IoMode("native");

  /** By io_uring. Since libvirt 6.3.0 and QEMU 5.0. */
  public static final IoMode IO_URING = new IoMode("io_uring");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
