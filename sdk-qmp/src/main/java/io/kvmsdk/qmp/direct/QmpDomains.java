package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.DomainCall;

/** The domains of this connection. Thread-safe. */
interface QmpDomains {

  /**
   * The domain that a call is about.
   *
   * @throws io.kvmsdk.error.NotFoundException if it is gone
   */
  QmpDomain require(DomainCall call);
}
