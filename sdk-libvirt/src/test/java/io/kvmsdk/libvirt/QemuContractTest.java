package io.kvmsdk.libvirt;

import io.kvmsdk.testkit.contract.ContractSuite;
import io.kvmsdk.testkit.contract.ContractTarget;
import org.junit.jupiter.api.BeforeAll;

/** The contract on real guests of a real daemon. */
class QemuContractTest extends ContractSuite {

  @BeforeAll
  static void needs() {
    Hypervisors.daemon();
  }

  @Override
  protected ContractTarget target() {
    return QemuTarget.instance();
  }
}
