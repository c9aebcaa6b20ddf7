package io.kvmsdk.domain.agent;

import io.kvmsdk.capability.Feature;

/** What {@link DomainAgent} can do, where the backend can. */
public final class AgentFeatures {

  /** Talking to the agent of a running guest. */
  public static final Feature COMMAND = new Feature("domain.agent.command");

  private AgentFeatures() {}
}
