package io.kvmsdk.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * All of the contract. A backend subclasses it, names its {@link ContractTarget} and adds nothing,
 * so that a subject that is new is proved of all backends:
 *
 * <pre>{@code
 * class FakeContractTest extends ContractSuite {
 *   @Override
 *   protected ContractTarget target() {
 *     return FakeTarget.INSTANCE;
 *   }
 * }
 * }</pre>
 *
 * <p>Each subject has a tag of its name ({@code disk}, {@code cpu}, ...), to run it alone: {@code
 * mvn test -Dtest=FakeContractTest -Dgroups=disk}.
 */
public abstract class ContractSuite {

  /** For subclasses of backends. */
  protected ContractSuite() {}

  /** The backend that the suite is run on; the same each time. */
  protected abstract ContractTarget target();

  @Nested
  class Connection extends ConnectionContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Definition extends DefinitionContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Lifecycle extends LifecycleContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Cpu extends CpuContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Memory extends MemoryContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Disk extends DiskContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Throttle extends ThrottleContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Interface extends InterfaceContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Event extends EventContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Agent extends AgentContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }

  @Nested
  class Feature extends FeatureContract {
    @Override
    ContractTarget target() {
      return ContractSuite.this.target();
    }
  }
}
