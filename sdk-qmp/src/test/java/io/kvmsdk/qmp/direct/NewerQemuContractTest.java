package io.kvmsdk.qmp.direct;

import io.kvmsdk.testkit.contract.AgentContract;
import io.kvmsdk.testkit.contract.ConnectionContract;
import io.kvmsdk.testkit.contract.ContractTarget;
import io.kvmsdk.testkit.contract.CpuContract;
import io.kvmsdk.testkit.contract.DefinitionContract;
import io.kvmsdk.testkit.contract.DiskContract;
import io.kvmsdk.testkit.contract.EventContract;
import io.kvmsdk.testkit.contract.FeatureContract;
import io.kvmsdk.testkit.contract.InterfaceContract;
import io.kvmsdk.testkit.contract.LifecycleContract;
import io.kvmsdk.testkit.contract.MemoryContract;
import io.kvmsdk.testkit.contract.ThrottleContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract suite on a newer QEMU, which the build names. */
@EnabledIfSystemProperty(named = "kvmsdk.qemu.trixie", matches = ".+")
class NewerQemuContractTest {

  @Nested
  class Connections extends ConnectionContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Definitions extends DefinitionContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Lifecycle extends LifecycleContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Cpus extends CpuContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Memory extends MemoryContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Disks extends DiskContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Throttling extends ThrottleContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Interfaces extends InterfaceContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Events extends EventContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Agent extends AgentContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }

  @Nested
  class Features extends FeatureContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.newer();
    }
  }
}
