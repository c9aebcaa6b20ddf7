package io.kvmsdk.testkit;

import io.kvmsdk.units.ByteSize;
import java.util.function.Function;

/**
 * What the guest of a running domain does with one of its disks. It moves data on the host's clock
 * at 2 GiB a second, in requests of 64 KiB, or at what the disk's limits leave; bursts are not
 * simulated. Thread-safe.
 */
public final class FakeDisk {

  private final FakeDomain domain;
  private final String target;

  FakeDisk(FakeDomain domain, String target) {
    this.domain = domain;
    this.target = target;
  }

  /** The guest begins to read that much more; returns at once. */
  public void read(ByteSize amount) {
    load(load -> {
      load.addRead(amount.bytes());
      return amount;
    });
  }

  /** The guest begins to write that much more; returns at once. */
  public void write(ByteSize amount) {
    load(load -> {
      load.addWrite(amount.bytes());
      return amount;
    });
  }

  /** How much it has read by now. */
  public ByteSize bytesRead() {
    return load(load -> ByteSize.bytes(load.bytesRead()));
  }

  /** How much it has written by now. */
  public ByteSize bytesWritten() {
    return load(load -> ByteSize.bytes(load.bytesWritten()));
  }

  private ByteSize load(Function<FakeDiskLoad, ByteSize> action) {
    return domain.monitor().get(() -> action.apply(domain.machineInTest().load(target)));
  }
}
