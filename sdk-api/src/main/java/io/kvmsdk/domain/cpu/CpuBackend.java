package io.kvmsdk.domain.cpu;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;

/** What a backend does for {@link DomainCpus}; see there for what each call means. Thread-safe. */
public interface CpuBackend {

  /** See {@link DomainCpus#info()}. */
  CpuInfo info(DomainCall call);

  /** See {@link DomainCpus#setOnline(int, Apply)}; {@code count} is at least 1. */
  void setOnline(DomainCall call, int count, Apply apply);
}
