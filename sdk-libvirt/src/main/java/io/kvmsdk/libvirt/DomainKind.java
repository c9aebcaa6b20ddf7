package io.kvmsdk.libvirt;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.memory.MemBalloon;

/**
 * What of a domain decides what can be done with it.
 *
 * @param type what runs it
 * @param balloon whether it has a balloon
 */
record DomainKind(VirtType type, boolean balloon) {

  /** The kind of a domain by its definition, as libvirt completes it. */
  static DomainKind of(DomainDefinition definition) {
    boolean balloon =
        definition
            .memBalloon()
            .flatMap(MemBalloon::model)
            .filter(model -> !model.equals(BalloonModel.NONE))
            .isPresent();
    return new DomainKind(definition.type(), balloon);
  }
}
