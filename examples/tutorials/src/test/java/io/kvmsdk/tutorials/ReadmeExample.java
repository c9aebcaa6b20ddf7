package io.kvmsdk.tutorials;

import static io.kvmsdk.domain.disk.source.DiskFormat.QCOW2;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.Apply;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.units.ByteSize;

/** The code of README.md, to be compiled; {@link QuotedCodeTest} holds both together. */
final class ReadmeExample {

  private ReadmeExample() {}

  static void run() {
    try (Hypervisor kvm = Hypervisor.connect("qemu:///system")) {
      DomainDefinition definition =
          DomainDefinition.builder()
              .name("web-1")
              .memory(ByteSize.gibibytes(4))
              .vcpus(Vcpus.online(2).outOf(8))
              .features(MachineFeatures.pc())
              .addDisk(
                  Disk.virtio("vda", DiskSource.file("/var/lib/images/web-1.qcow2"))
                      .format(QCOW2)
                      .build())
              .addInterface(NetworkInterface.virtio().network("default").build())
              .build();
      Domain web = kvm.domains().define(definition);
      web.start();
      web.cpus().setOnline(4, Apply.LIVE);
      web.memory().balloonTo(ByteSize.gibibytes(3));
      web.disks().throttle("vda", IoTune.totalIops(500), Apply.LIVE_AND_CONFIG);
      web.shutdown();
    }
  }
}
