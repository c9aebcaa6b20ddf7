package io.kvmsdk.domain.agent;

import io.kvmsdk.call.DomainCall;

/** What a backend does for {@link DomainAgent}; see there for what each call means. Thread-safe. */
public interface AgentBackend {

  /** See {@link DomainAgent#execute(String)}; {@code command} is the whole request. */
  String execute(DomainCall call, String command);
}
