package io.kvmsdk.qmp.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "block_resize, BlockResize",
    "query-status, QueryStatus",
    "x-blockdev-change, XBlockdevChange",
    "cont, Cont",
    "guest-get-fsinfo, GuestGetFsinfo"
  })
  void commands(String name, String java) {
    assertThat(Naming.command(name)).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource({"BLOCK_JOB_READY, BlockJobReadyEvent", "STOP, StopEvent"})
  void events(String name, String java) {
    assertThat(Naming.event(name)).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource({
    "node-name, nodeName",
    "iops_rd_max, iopsRdMax",
    "UUID, uuid",
    "x, x",
    "a-b, aB",
    "default, default_",
    "static, static_",
    "wait, wait_",
    "x-svq, xSvq",
    "outbound-if4, outboundIf4"
  })
  void members(String name, String java) {
    assertThat(Naming.member(name, Set.of("wait"))).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource({
    "io_uring, IO_URING",
    "host-device, HOST_DEVICE",
    "3des, _3DES",
    "qcow2, QCOW2",
    "2.0, _2_0",
    "default, DEFAULT",
    "type, TYPE_"
  })
  void values(String value, String java) {
    assertThat(Naming.constant(value)).isEqualTo(java);
  }

  @Test
  void typesKeepTheirNamesUnlessJavaHasThem() {
    assertThat(Naming.type("StatusInfo")).isEqualTo("StatusInfo");
    assertThat(Naming.type("String")).isEqualTo("String_");
  }

  @Test
  void anArmGivesWayToATypeAlsoOneThatDiffersInCaseOnly() {
    assertThat(Naming.arm("Netdev", "vhost-user", Set.of())).isEqualTo("NetdevVhostUser");
    assertThat(Naming.arm("Info", "qcow2", Set.of("infoqcow2"))).isEqualTo("InfoQcow2_");
  }
}
