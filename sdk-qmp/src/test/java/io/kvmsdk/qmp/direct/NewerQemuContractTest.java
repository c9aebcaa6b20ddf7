package io.kvmsdk.qmp.direct;

import io.kvmsdk.testkit.contract.ContractSuite;
import io.kvmsdk.testkit.contract.ContractTarget;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract on a newer QEMU, which the build names. */
@EnabledIfSystemProperty(named = "kvmsdk.qemu.trixie", matches = ".+")
class NewerQemuContractTest extends ContractSuite {

  @Override
  protected ContractTarget target() {
    return DirectTargets.newer();
  }
}
