/**
 * A fake hypervisor, a real guest, and the contract suite that every backend passes. JUnit, AssertJ
 * and Awaitility are needed by the contract suite only.
 */
module io.kvmsdk.testkit {
  requires transitive io.kvmsdk;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static transitive org.junit.jupiter.api;
  requires static org.assertj.core;
  requires static awaitility;

  exports io.kvmsdk.testkit;
  exports io.kvmsdk.testkit.contract;

  provides io.kvmsdk.spi.HypervisorProvider with
      io.kvmsdk.testkit.FakeProvider;
}
