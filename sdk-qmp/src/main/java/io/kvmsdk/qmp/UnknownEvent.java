package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An event without a type of its own: a newer QEMU's. */
public final class UnknownEvent extends QmpEvent {

  UnknownEvent(String name, ObjectNode data, Instant timestamp) {
    super(name, TYPE, data, timestamp);
  }

  @Override
  public String toString() {
    return name() + super.toString().substring(TYPE.name().length());
  }
}
