package io.kvmsdk.domain.disk;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;

/** What a backend does for {@link DomainDisks}; see there for what each call means. Thread-safe. */
public interface DiskBackend {

  /** See {@link DomainDisks#attach(Disk, Apply)}. */
  void attach(DomainCall call, Disk disk, Apply apply);

  /** See {@link DomainDisks#detach(String, Apply)}. */
  void detach(DomainCall call, String target, Apply apply);

  /** See {@link DomainDisks#throttling(String)}. */
  IoTune throttling(DomainCall call, String target);

  /** See {@link DomainDisks#throttle(String, IoTune, Apply)}. */
  void throttle(DomainCall call, String target, IoTune limits, Apply apply);
}
