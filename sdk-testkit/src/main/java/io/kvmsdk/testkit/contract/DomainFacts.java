package io.kvmsdk.testkit.contract;

import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainInfo;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.units.ByteSize;
import java.util.Optional;

/** All that can be asked of a domain and does not change by itself. */
record DomainFacts(
    DomainState state,
    StateReason reason,
    ByteSize memory,
    int vcpus,
    boolean persistent,
    String definition,
    Optional<String> inactive) {

  static DomainFacts of(Domain domain) {
    DomainInfo info = domain.info();
    return new DomainFacts(
        info.state(),
        info.reason(),
        info.memory(),
        info.vcpus(),
        info.persistent(),
        domain.definition().toXml(),
        info.persistent()
            ? Optional.of(domain.inactiveDefinition()).map(DomainDefinition::toXml)
            : Optional.empty());
  }
}
