package io.kvmsdk.libvirt;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.testkit.contract.ContractTarget;
import io.kvmsdk.testkit.contract.GuestKind;
import io.kvmsdk.units.ByteSize;
import java.nio.file.Path;

/** libvirt's test driver, which is in its client library and runs nothing. */
final class TestDriverTarget implements ContractTarget {

  static final ContractTarget INSTANCE = new TestDriverTarget();

  static final String URI = "test:///default";

  private TestDriverTarget() {}

  @Override
  public String name() {
    return "libvirt (test driver)";
  }

  @Override
  public Hypervisor connect(ConnectOptions options) {
    return Hypervisor.connect(URI, options);
  }

  @Override
  public boolean boots() {
    return false;
  }

  @Override
  public DomainDefinition.Builder guest(String name, GuestKind kind) {
    return DomainDefinition.builder()
        .type(VirtType.TEST)
        .name(name)
        .vcpus(Vcpus.online(1).outOf(4))
        .memory(ByteSize.mebibytes(256))
        .memBalloon(MemBalloon.virtio());
  }

  @Override
  public NetworkInterface networkInterface() {
    return NetworkInterface.virtio().network("default").build();
  }

  @Override
  public Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public boolean killHypervisorProcess(Domain domain) {
    return false;
  }
}
