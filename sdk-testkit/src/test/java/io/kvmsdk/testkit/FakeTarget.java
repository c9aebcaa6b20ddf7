package io.kvmsdk.testkit;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.testkit.contract.ContractTarget;
import io.kvmsdk.testkit.contract.GuestKind;
import io.kvmsdk.units.ByteSize;
import java.nio.file.Path;

/** The fake, as the contract suite sees it: nothing of it is scripted but who kills a machine. */
public final class FakeTarget implements ContractTarget {

  public static final FakeTarget INSTANCE = new FakeTarget();

  private final FakeHypervisor fake = new FakeHypervisor();

  private FakeTarget() {}

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Hypervisor connect(ConnectOptions options) {
    return fake.connect(options);
  }

  @Override
  public boolean boots() {
    return true;
  }

  @Override
  public DomainDefinition.Builder guest(String name, GuestKind kind) {
    String cmdline =
        switch (kind) {
          case OBEDIENT -> TinyGuest.CMDLINE;
          case IGNORES_POWER_BUTTON -> TinyGuest.CMDLINE_IGNORING_POWER_BUTTON;
          case REFUSES_UNPLUG -> TinyGuest.CMDLINE_REFUSING_UNPLUG;
        };
    return DomainDefinition.builder()
        .type(VirtType.TEST)
        .name(name)
        .memory(ByteSize.mebibytes(256))
        .vcpus(Vcpus.online(1).outOf(4))
        .os(Os.directKernel("/boot/vmlinuz", "/boot/initrd.gz", cmdline))
        .memBalloon(MemBalloon.virtio())
        .addChannel(Channel.guestAgent());
  }

  @Override
  public NetworkInterface networkInterface() {
    return NetworkInterface.virtio().user().build();
  }

  @Override
  public Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  @Override
  public boolean killHypervisorProcess(Domain domain) {
    fake.kill(domain.name());
    return true;
  }
}
