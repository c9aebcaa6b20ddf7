package io.kvmsdk.libvirt;

import io.kvmsdk.testkit.contract.ContractSuite;
import io.kvmsdk.testkit.contract.ContractTarget;
import org.junit.jupiter.api.BeforeAll;

/** The contract on libvirt's test driver, as far as that goes. */
class TestDriverContractTest extends ContractSuite {

  @BeforeAll
  static void needs() {
    Hypervisors.requireLibrary();
  }

  @Override
  protected ContractTarget target() {
    return TestDriverTarget.INSTANCE;
  }
}
