package io.kvmsdk.domain;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The domains of one connection. Inert and thread-safe. Each call may take the connection's call
 * timeout, from the first wait for a thread or socket to the last answer.
 */
public final class Domains {

  private static final UUID NONE = new UUID(0, 0);

  private final DomainBackends backends;
  private final Duration timeout;

  /** Made by {@code Hypervisor.domains()}. */
  public Domains(DomainBackends backends, Duration timeout) {
    this.backends = backends;
    this.timeout = timeout;
  }

  /**
   * Keeps a definition, so that the domain can be started now and again (libvirt's {@code
   * virDomainDefineXML}). A definition of the same name and UUID is replaced; a running machine
   * goes on as it is until its next start. Without a UUID the domain that has the name is meant, or
   * a new one is made.
   *
   * @return the domain
   * @throws io.kvmsdk.error.AlreadyExistsException if another domain has the name or the UUID;
   *     nothing was changed
   * @throws io.kvmsdk.error.InvalidDefinitionException if the hypervisor does not accept the
   *     definition; nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link DomainFeatures#DEFINE} cannot be
   *     had, or something in the definition
   */
  public Domain define(DomainDefinition definition) {
    Call call = checked("domains.define", definition, DomainFeatures.DEFINE);
    return domain(backends.lifecycle().define(call, definition));
  }

  /**
   * Starts a machine that is forgotten when it stops (libvirt's {@code virDomainCreateXML}).
   *
   * @return the running domain
   * @throws io.kvmsdk.error.AlreadyExistsException if another domain has the name or the UUID, or
   *     this one runs; nothing was changed
   * @throws io.kvmsdk.error.InvalidDefinitionException if the hypervisor does not accept the
   *     definition; nothing was changed
   * @throws io.kvmsdk.error.OperationFailedException if the machine did not start, with the end of
   *     its log; nothing is left of it
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link DomainFeatures#CREATE_TRANSIENT}
   *     cannot be had, or something in the definition
   */
  public Domain create(DomainDefinition definition) {
    Call call = checked("domains.create", definition, DomainFeatures.CREATE_TRANSIENT);
    return domain(backends.lifecycle().create(call, definition, StartMode.RUNNING));
  }

  /**
   * {@link #create(DomainDefinition)}, with a guest that waits for {@link Domain#resume()}.
   *
   * @return the paused domain
   */
  public Domain createPaused(DomainDefinition definition) {
    Call call = checked("domains.create-paused", definition, DomainFeatures.CREATE_TRANSIENT);
    return domain(backends.lifecycle().create(call, definition, StartMode.PAUSED));
  }

  /**
   * All domains, running or not, in the order of their names. What is gone meanwhile says so when
   * it is used.
   */
  public List<Domain> list() {
    return backends.lifecycle().list(call("domains.list", "domains")).stream()
        .map(this::domain)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** The domain of that name, if there is one. */
  public Optional<Domain> find(String name) {
    return backends
        .lifecycle()
        .find(call("domains.find", "domain " + name), name)
        .map(this::domain);
  }

  /** The domain of that UUID, if there is one. */
  public Optional<Domain> find(UUID uuid) {
    return backends
        .lifecycle()
        .find(call("domains.find", "domain " + uuid), uuid)
        .map(this::domain);
  }

  /**
   * The domain of that name.
   *
   * @throws NotFoundException if there is none
   */
  public Domain require(String name) {
    return find(name)
        .orElseThrow(() ->
            new NotFoundException(
                ErrorContext.of("domains.require", "domain " + name),
                "there is no domain of that name"));
  }

  /**
   * The domain of that UUID.
   *
   * @throws NotFoundException if there is none
   */
  public Domain require(UUID uuid) {
    return find(uuid)
        .orElseThrow(() ->
            new NotFoundException(
                ErrorContext.of("domains.require", "domain " + uuid),
                "there is no domain of that UUID"));
  }

  private Domain domain(DomainRef ref) {
    return new Domain(backends, ref, timeout);
  }

  private Call call(String operation, String object) {
    return new Call(operation, object, Deadline.after(timeout));
  }

  private Call checked(String operation, DomainDefinition definition, Feature feature) {
    DomainRef ref = new DomainRef(definition.uuid().orElse(NONE), definition.name());
    DomainCall call = DomainCall.within(timeout, operation, ref);
    backends.probe().require(call, feature);
    return call.asCall();
  }
}
