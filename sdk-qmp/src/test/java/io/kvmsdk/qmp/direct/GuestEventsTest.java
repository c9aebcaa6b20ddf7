package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.command.Balloon;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.Migrate;
import io.kvmsdk.qmp.command.QomSet;
import io.kvmsdk.qmp.command.QueryRxFilter;
import io.kvmsdk.qmp.event.BalloonChangeEvent;
import io.kvmsdk.qmp.event.FailoverNegotiatedEvent;
import io.kvmsdk.qmp.event.MemoryDeviceSizeChangeEvent;
import io.kvmsdk.qmp.event.NicRxFilterChangedEvent;
import io.kvmsdk.qmp.event.UnplugPrimaryEvent;
import io.kvmsdk.qmp.event.VserportChangeEvent;
import io.kvmsdk.testkit.TinyGuest;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that only the drivers of a guest bring about, each provoked and told as its type. */
@Timeout(180)
class GuestEventsTest extends EventTrial {

  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @MethodSource(QEMUS)
  void whatTheDriversOfAGuestDo(Path binary) throws Exception {
    TinyGuest kernel = TinyGuest.obtain();
    Path agent = temp.resolve("agent");
    try (LiveQemu qemu =
            new LiveQemu(
                binary,
                temp,
                "-m",
                "size=256M,maxmem=1G",
                "-kernel",
                kernel.kernel().toString(),
                "-initrd",
                kernel.initrd().toString(),
                "-append",
                TinyGuest.CMDLINE,
                "-device",
                "virtio-balloon-pci",
                "-object",
                "memory-backend-ram,id=memory,size=128M",
                "-device",
                "virtio-mem-pci,id=more,memdev=memory",
                "-device",
                "virtio-serial-pci",
                "-chardev",
                "socket,id=agent,server=on,wait=off,path=" + agent,
                "-device",
                "virtserialport,id=port,chardev=agent,name=org.qemu.guest_agent.0",
                "-netdev",
                "user,id=net1",
                "-device",
                "virtio-net-pci,id=standby,netdev=net1,failover=on",
                "-device",
                "pcie-root-port,id=root1",
                "-netdev",
                "user,id=net2",
                "-device",
                "virtio-net-pci,id=primary,netdev=net2,bus=root1,failover_pair_id=standby");
        QmpClient client = qemu.connect(this::told);
        Guest guest = Guest.connect(agent)) {
      client.execute(Cont.INSTANCE);
      assertThat(next(FailoverNegotiatedEvent.class).deviceId()).isEqualTo("standby");
      VserportChangeEvent opened = next(VserportChangeEvent.class);
      assertThat(opened.id()).isEqualTo("port");
      assertThat(opened.open()).isTrue();

      client.execute(Balloon.builder().value(200 * MIB).build());
      long actual = next(BalloonChangeEvent.class).actual();
      while (actual > 200 * MIB) {
        actual = next(BalloonChangeEvent.class).actual();
      }
      client.execute(
          QomSet.builder()
              .path("more")
              .property("requested-size")
              .value(JsonNodeFactory.instance.numberNode(128 * MIB))
              .build());
      MemoryDeviceSizeChangeEvent grown = next(MemoryDeviceSizeChangeEvent.class);
      assertThat(grown.id()).contains("more");
      assertThat(grown.size()).isPositive();

      client.execute(
          QueryRxFilter.builder().name("standby").build()); // each time tells of the next change
      // Which of them is the standby depends on what the guest saw first.
      String listenToAll =
          "for i in /sys/class/net/eth*; do ip link set ${i##*/} up promisc on || exit; done";
      assertThat(guest.programs().run("/bin/sh", "-c", listenToAll)).matches(r -> r.succeeded());
      assertThat(next(NicRxFilterChangedEvent.class).name_()).contains("standby");

      client.execute(Migrate.builder().uri("exec:cat > /dev/null").build());
      assertThat(next(UnplugPrimaryEvent.class).deviceId()).isEqualTo("primary");
    }
  }
}
