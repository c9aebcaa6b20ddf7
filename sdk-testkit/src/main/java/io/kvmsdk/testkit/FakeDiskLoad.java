package io.kvmsdk.testkit;

import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.units.ByteRate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a guest reads and writes on one disk: it flows at the rate that the disk's limits leave.
 * Guarded by the monitor of its domain.
 */
final class FakeDiskLoad {

  /** What a disk without limits does in a second. */
  private static final double FREE = 2.0 * (1L << 30);

  /** How much one request moves. */
  private static final double REQUEST = 64 * 1024;

  private Instant settled;
  private double toRead;
  private double toWrite;
  private double read;
  private double written;

  FakeDiskLoad(Instant now) {
    settled = now;
  }

  void addRead(long bytes) {
    toRead += bytes;
  }

  void addWrite(long bytes) {
    toWrite += bytes;
  }

  long bytesRead() {
    return (long) read;
  }

  long bytesWritten() {
    return (long) written;
  }

  /** What is read once all that was asked for by now is. */
  double readInTheEnd() {
    return read + toRead;
  }

  boolean hasRead(double bytes) {
    return read >= bytes - 0.5;
  }

  /** Lets the time pass since the last call, under limits that held all the while. */
  void settle(Instant now, IoTune limits, boolean running) {
    double seconds = Duration.between(settled, now).toNanos() / 1e9;
    settled = now;
    if (!running || seconds <= 0) {
      return;
    }
    double total = rate(limits.totalBytes(), limits.totalIops());
    double readRate = Math.min(total, rate(limits.readBytes(), limits.readIops()));
    double writeRate = Math.min(total, rate(limits.writeBytes(), limits.writeIops()));
    if (toRead > 0 && toWrite > 0) {
      readRate = Math.min(readRate, total / 2);
      writeRate = Math.min(writeRate, total / 2);
    }
    double nowRead = Math.min(toRead, readRate * seconds);
    double nowWritten = Math.min(toWrite, writeRate * seconds);
    read += nowRead;
    toRead -= nowRead;
    written += nowWritten;
    toWrite -= nowWritten;
  }

  private static double rate(Optional<ByteRate> bytes, Optional<Long> requests) {
    double byBytes = bytes.map(r -> (double) r.bytesPerSecond()).orElse(FREE);
    return Math.min(byBytes, requests.map(n -> n * REQUEST).orElse(FREE));
  }
}
