package io.kvmsdk.domain;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.definition.DomainDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a backend does for {@link Domains} and {@link Domain}; see there for what each call means.
 * Thread-safe.
 */
public interface LifecycleBackend {

  /** See {@link Domains#define(DomainDefinition)}. */
  DomainRef define(Call call, DomainDefinition definition);

  /** See {@link Domains#create(DomainDefinition)}. */
  DomainRef create(Call call, DomainDefinition definition, StartMode mode);

  /** See {@link Domains#list()}. */
  List<DomainRef> list(Call call);

  /** See {@link Domains#find(String)}. */
  Optional<DomainRef> find(Call call, String name);

  /** See {@link Domains#find(UUID)}. */
  Optional<DomainRef> find(Call call, UUID uuid);

  /** See {@link Domain#start()}. */
  void start(DomainCall call, StartMode mode);

  /** See {@link Domain#shutdown(ShutdownMode)}. */
  void shutdown(DomainCall call, ShutdownMode mode);

  /** See {@link Domain#reboot(ShutdownMode)}. */
  void reboot(DomainCall call, ShutdownMode mode);

  /** See {@link Domain#reset()}. */
  void reset(DomainCall call);

  /** See {@link Domain#suspend()}. */
  void suspend(DomainCall call);

  /** See {@link Domain#resume()}. */
  void resume(DomainCall call);

  /** See {@link Domain#destroy()}. */
  void destroy(DomainCall call);

  /** See {@link Domain#undefine()}. */
  void undefine(DomainCall call);

  /** See {@link Domain#info()}. */
  DomainInfo info(DomainCall call);

  /** See {@link Domain#definition()}. */
  DomainDefinition definition(DomainCall call);

  /** See {@link Domain#inactiveDefinition()}. */
  DomainDefinition inactiveDefinition(DomainCall call);

  /** See {@link Domain#autostart()}. */
  boolean autostart(DomainCall call);

  /** See {@link Domain#setAutostart(boolean)}. */
  void setAutostart(DomainCall call, boolean autostart);
}
