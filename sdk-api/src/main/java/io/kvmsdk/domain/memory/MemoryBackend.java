package io.kvmsdk.domain.memory;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.units.ByteSize;

/**
 * What a backend does for {@link DomainMemory}; see there for what each call means. Thread-safe.
 */
public interface MemoryBackend {

  /** See {@link DomainMemory#info()}. */
  MemoryInfo info(DomainCall call);

  /** See {@link DomainMemory#balloonTo(ByteSize, Apply)}; {@code size} is more than zero. */
  void balloonTo(DomainCall call, ByteSize size, Apply apply);
}
