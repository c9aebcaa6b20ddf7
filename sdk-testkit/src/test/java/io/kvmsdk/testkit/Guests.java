package io.kvmsdk.testkit;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.testkit.contract.GuestKind;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What the tests of the fake define and start. */
final class Guests {

  static final String NAME = "web-1";

  private Guests() {}

  static DomainDefinition.Builder guest() {
    return FakeTarget.INSTANCE.guest(NAME, GuestKind.OBEDIENT);
  }

  /** A disk without an image, for hosts that need none. */
  static Disk disk(String target) {
    return Disk.virtio(target, DiskSource.file("/images/" + target)).format(DiskFormat.RAW).build();
  }

  static Domain started(Hypervisor kvm) {
    Domain domain = kvm.domains().define(guest().addDisk(disk("vda")).build());
    domain.start();
    return domain;
  }

  static Domain booted(Hypervisor kvm) {
    Domain domain = started(kvm);
    Awaitility.await()
        .ignoreExceptions()
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> domain.agent().ping());
    return domain;
  }

  /** A host whose guests do all at once. */
  static FakeHypervisor.Builder quick() {
    return FakeHypervisor.builder()
        .bootTime(Duration.ZERO)
        .reactionTime(Duration.ZERO)
        .withoutImages();
  }
}
