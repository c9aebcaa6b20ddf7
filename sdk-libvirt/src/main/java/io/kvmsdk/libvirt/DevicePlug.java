package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.ResourcesExhaustedException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code virDomainAttachDeviceFlags} and {@code virDomainDetachDeviceAlias}, for any device. */
final class DevicePlug {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Pattern LOCKED = Pattern.compile("Failed to get .*lock");

  private final LibvirtCalls calls;
  private final LibvirtEvents events;

  DevicePlug(LibvirtCalls calls, LibvirtEvents events) {
    this.calls = calls;
    this.events = events;
  }

  /**
   * One device of a domain.
   *
   * @param what for people, such as {@code disk vdb}
   * @param source the path of what it is made of in the host, such as {@code disk/source}
   * @param isPci whether it needs a place on a PCI bus
   * @param finder how it is found in a definition
   */
  record Spec(
      String what,
      String source,
      boolean isPci,
      Function<DomainDefinition, Optional<? extends Device>> finder) {

    Optional<? extends Device> in(NativeDomain domain, int xmlFlags) throws NativeFailure {
      return finder.apply(DomainDefinition.fromXml(domain.xml(xmlFlags)));
    }
  }

  /** Adds a device that is not there yet. */
  void attach(DomainCall call, Device device, Spec spec, Apply apply) {
    requireEach(call, apply, spec, false);
    String xml = device.toXml();
    Applying.each(
        call,
        apply,
        () -> attachLive(call, xml, spec),
        () -> calls.change(call, domain -> domain.attach(xml, NativeDomain.AFFECT_CONFIG)));
  }

  private void attachLive(DomainCall call, String xml, Spec spec) {
    calls.change(
        call,
        domain -> {
          try {
            domain.attach(xml, NativeDomain.AFFECT_LIVE);
          } catch (NativeFailure e) {
            throw e.connectionLost() ? e : explained(call, domain, spec, e);
          }
        });
  }

  /** The same failure, unless it can be told what is wrong with the definition or the machine. */
  private static NativeFailure explained(
      DomainCall call, NativeDomain domain, Spec spec, NativeFailure failure) throws NativeFailure {
    NativeError error = failure.error();
    // QEMU's own words, which are not translated.
    boolean qemu = error.is(ErrorCodes.INTERNAL_ERROR, ErrorCodes.OPERATION_FAILED);
    if (qemu && LOCKED.matcher(error.message()).find()) {
      throw new ConflictException(
          call.context().withNativeCode(error.codeName()), error.message(), failure);
    }
    boolean opening = qemu && error.message().contains("'blockdev-add'");
    boolean missing =
        error.is(ErrorCodes.SYSTEM_ERROR)
            && (error.errno() == Errors.ENOENT || error.errno() == Errors.ENODEV);
    if (opening || missing) {
      throw Errors.refused(call.context(), spec.source(), failure);
    }
    if (spec.isPci() && PciPlaces.free(domain.xml(0)) == 0) {
      throw new ResourcesExhaustedException(
          call.context().withNativeCode(error.codeName()),
          "the machine has no free PCI slot: add spare <controller type='pci'"
              + " model='pcie-root-port'/> to its definition, one for each device to be plugged, and"
              + " start it anew. libvirt says: "
              + error.message(),
          failure);
    }
    return failure;
  }

  /** Takes a device away, and waits until the guest has let go of it. */
  void detach(DomainCall call, Spec spec, Apply apply) {
    requireEach(call, apply, spec, true);
    Applying.each(
        call,
        apply,
        () -> detachLive(call, spec),
        () -> calls.change(call, domain -> detachConfig(call, domain, spec)));
  }

  private static void detachConfig(DomainCall call, NativeDomain domain, Spec spec)
      throws NativeFailure {
    Device device = find(call, domain, NativeDomain.XML_INACTIVE, spec);
    domain.detach(device.toXml(), NativeDomain.AFFECT_CONFIG);
  }

  private void detachLive(DomainCall call, Spec spec) {
    try (DomainWatch watch = events.watch(call.uuid())) {
      String alias = calls.send(call, domain -> request(call, domain, spec));
      Awaiting.until(
          call,
          watch,
          PATIENCE,
          signal -> {
            if (signal instanceof DomainSignal.DeviceRemovalFailed refusal
                && refusal.alias().equals(alias)) {
              throw new OperationFailedException(
                  call.context(), "the guest refuses to let go of the " + spec.what());
            }
            return signal instanceof DomainSignal.DeviceRemoved removal
                && removal.alias().equals(alias);
          },
          () -> isGone(call, alias, spec),
          () -> "the guest did not let go of the " + spec.what() + ", which is still there,");
    }
  }

  /** Asks the guest, and returns the alias by which libvirt will tell of it. */
  private static String request(DomainCall call, NativeDomain domain, Spec spec)
      throws NativeFailure {
    String alias =
        find(call, domain, 0, spec)
            .alias()
            .orElseThrow(() ->
                new OperationFailedException(
                    call.context(), "libvirt gives no alias for the " + spec.what()));
    try {
      domain.requestDetach(alias);
    } catch (NativeFailure e) {
      // QEMU's words for a guest that was asked before and has not answered: it may answer yet.
      if (e.connectionLost() || !e.error().message().contains("in the process of unplug")) {
        throw e;
      }
    }
    return alias;
  }

  private boolean isGone(DomainCall call, String alias, Spec spec) {
    try {
      return calls.read(
          call,
          domain ->
              !domain.state().state().isActive()
                  || spec.in(domain, 0)
                      .filter(device -> device.alias().filter(alias::equals).isPresent())
                      .isEmpty());
    } catch (NotFoundException e) {
      return true; // the machine went, and took it with it
    }
  }

  /** Looks first whether all that is to be changed is as it has to be. */
  private void requireEach(DomainCall call, Apply apply, Spec spec, boolean present) {
    calls.read(
        call,
        domain -> {
          Applying.require(call, domain, apply);
          if (apply.live()) {
            require(call, domain, 0, spec, present);
          }
          if (apply.config()) {
            require(call, domain, NativeDomain.XML_INACTIVE, spec, present);
          }
          return true;
        });
  }

  private static void require(
      DomainCall call, NativeDomain domain, int xmlFlags, Spec spec, boolean present)
      throws NativeFailure {
    if (present) {
      find(call, domain, xmlFlags, spec);
    } else if (spec.in(domain, xmlFlags).isPresent()) {
      throw new AlreadyExistsException(
          call.context(), "there is a " + spec.what() + where(xmlFlags) + " already");
    }
  }

  private static Device find(DomainCall call, NativeDomain domain, int xmlFlags, Spec spec)
      throws NativeFailure {
    Optional<? extends Device> found = spec.in(domain, xmlFlags);
    if (found.isEmpty()) {
      throw new NotFoundException(call.context(), "there is no " + spec.what() + where(xmlFlags));
    }
    return found.get();
  }

  private static String where(int xmlFlags) {
    return xmlFlags == NativeDomain.XML_INACTIVE ? " in the definition" : "";
  }
}
