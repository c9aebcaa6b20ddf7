package io.kvmsdk.qmp.direct;

import io.kvmsdk.testkit.contract.ContractSuite;
import io.kvmsdk.testkit.contract.ContractTarget;

/** The contract on the machine's own QEMU. */
class DirectContractTest extends ContractSuite {

  @Override
  protected ContractTarget target() {
    return DirectTargets.own();
  }
}
