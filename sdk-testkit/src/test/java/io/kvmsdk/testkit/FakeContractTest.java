package io.kvmsdk.testkit;

import io.kvmsdk.testkit.contract.ContractSuite;
import io.kvmsdk.testkit.contract.ContractTarget;

/** The contract on the fake. */
class FakeContractTest extends ContractSuite {

  @Override
  protected ContractTarget target() {
    return FakeTarget.INSTANCE;
  }
}
