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

/** The contract suite on the machine's own QEMU. */
class DirectContractTest {

  @Nested
  class Connections extends ConnectionContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Definitions extends DefinitionContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Lifecycle extends LifecycleContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Cpus extends CpuContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Memory extends MemoryContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Disks extends DiskContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Throttling extends ThrottleContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Interfaces extends InterfaceContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Events extends EventContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Agent extends AgentContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }

  @Nested
  class Features extends FeatureContract {
    @Override
    protected ContractTarget target() {
      return DirectTargets.own();
    }
  }
}
