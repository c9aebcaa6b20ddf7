package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AlreadyExistsException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes domains. libvirt tells what is taken already by its message only, so it is looked up. */
final class LibvirtDefinitions {

  private final LibvirtCalls calls;
  private final Driver driver;

  LibvirtDefinitions(LibvirtCalls calls, Driver driver) {
    this.calls = calls;
    this.driver = driver;
  }

  /** {@code virDomainDefineXMLFlags}. */
  DomainRef define(Call call, DomainDefinition definition) {
    return calls.change(
        call,
        connection -> {
          DomainDefinition named = named(connection, definition);
          try (NativeDomain domain = connection.define(xml(named))) {
            return domain.ref();
          } catch (NativeFailure e) {
            throw explained(call, connection, named, false, e);
          }
        });
  }

  /** {@code virDomainCreateXML}. */
  DomainRef create(Call call, DomainDefinition definition, StartMode mode) {
    boolean paused = mode == StartMode.PAUSED;
    boolean inOneStep = !driver.isTest(); // whose guests do not run anyway
    int flags = paused && inOneStep ? NativeDomain.START_PAUSED : 0;
    return calls.change(
        call,
        connection -> {
          try (NativeDomain domain = connection.create(xml(definition), flags)) {
            if (paused && !inOneStep) {
              domain.suspend();
            }
            return domain.ref();
          } catch (NativeFailure e) {
            throw explained(call, connection, definition, true, e);
          }
        });
  }

  private static String xml(DomainDefinition definition) {
    return PciRoot.added(definition).toXml();
  }

  /** Without a UUID the domain that has the name is meant; libvirt would make up another UUID. */
  private static DomainDefinition named(NativeConnection connection, DomainDefinition definition)
      throws NativeFailure {
    if (definition.uuid().isPresent()) {
      return definition;
    }
    DomainRef known = known(connection.find(definition.name()));
    return known == null ? definition : definition.withUuid(known.uuid());
  }

  private static @Nullable DomainRef known(Optional<NativeDomain> found) throws NativeFailure {
    if (found.isEmpty()) {
      return null;
    }
    try (NativeDomain domain = found.get()) {
      return domain.ref();
    }
  }

  /** The same failure, unless it was for a name or UUID that is taken. */
  private static NativeFailure explained(
      Call call,
      NativeConnection connection,
      DomainDefinition definition,
      boolean mustNotRun,
      NativeFailure failure)
      throws NativeFailure {
    if (failure.connectionLost()
        || !failure.is(
            ErrorCodes.OPERATION_FAILED, ErrorCodes.DOM_EXIST, ErrorCodes.OPERATION_INVALID)) {
      return failure;
    }
    String taken = taken(connection, definition, mustNotRun);
    if (taken == null) {
      return failure;
    }
    throw new AlreadyExistsException(
        call.context().withNativeCode(failure.error().codeName()), taken, failure);
  }

  private static @Nullable String taken(
      NativeConnection connection, DomainDefinition definition, boolean mustNotRun)
      throws NativeFailure {
    UUID uuid = definition.uuid().orElse(null);
    Optional<NativeDomain> sameName = connection.find(definition.name());
    if (sameName.isPresent()) {
      try (NativeDomain domain = sameName.get()) {
        DomainRef ref = domain.ref();
        if (!ref.uuid().equals(uuid)) {
          return "the name " + ref.name() + " is taken by the domain " + ref.uuid();
        }
        return mustNotRun && domain.state().state().isActive()
            ? "the domain " + ref.name() + " runs already"
            : null;
      }
    }
    DomainRef sameUuid = uuid == null ? null : known(connection.find(uuid));
    return sameUuid == null
        ? null
        : "the UUID " + uuid + " is taken by the domain " + sameUuid.name();
  }
}
