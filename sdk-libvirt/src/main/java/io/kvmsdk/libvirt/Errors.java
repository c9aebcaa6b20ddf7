package io.kvmsdk.libvirt;

import static io.kvmsdk.libvirt.ErrorCodes.ACCESS_DENIED;
import static io.kvmsdk.libvirt.ErrorCodes.AGENT_UNRESPONSIVE;
import static io.kvmsdk.libvirt.ErrorCodes.AGENT_UNSYNCED;
import static io.kvmsdk.libvirt.ErrorCodes.ARGUMENT_UNSUPPORTED;
import static io.kvmsdk.libvirt.ErrorCodes.AUTH_CANCELLED;
import static io.kvmsdk.libvirt.ErrorCodes.AUTH_FAILED;
import static io.kvmsdk.libvirt.ErrorCodes.AUTH_UNAVAILABLE;
import static io.kvmsdk.libvirt.ErrorCodes.BLOCK_COPY_ACTIVE;
import static io.kvmsdk.libvirt.ErrorCodes.CONFIG_UNSUPPORTED;
import static io.kvmsdk.libvirt.ErrorCodes.CPU_INCOMPATIBLE;
import static io.kvmsdk.libvirt.ErrorCodes.DEVICE_MISSING;
import static io.kvmsdk.libvirt.ErrorCodes.DOM_EXIST;
import static io.kvmsdk.libvirt.ErrorCodes.INTERNAL_ERROR;
import static io.kvmsdk.libvirt.ErrorCodes.INVALID_MAC;
import static io.kvmsdk.libvirt.ErrorCodes.LIBSSH;
import static io.kvmsdk.libvirt.ErrorCodes.NO_CONNECT;
import static io.kvmsdk.libvirt.ErrorCodes.NO_DEVICE;
import static io.kvmsdk.libvirt.ErrorCodes.NO_DOMAIN;
import static io.kvmsdk.libvirt.ErrorCodes.NO_MEMORY;
import static io.kvmsdk.libvirt.ErrorCodes.NO_NAME;
import static io.kvmsdk.libvirt.ErrorCodes.NO_NETWORK;
import static io.kvmsdk.libvirt.ErrorCodes.NO_NWFILTER;
import static io.kvmsdk.libvirt.ErrorCodes.NO_OS;
import static io.kvmsdk.libvirt.ErrorCodes.NO_SECRET;
import static io.kvmsdk.libvirt.ErrorCodes.NO_STORAGE_POOL;
import static io.kvmsdk.libvirt.ErrorCodes.NO_STORAGE_VOL;
import static io.kvmsdk.libvirt.ErrorCodes.NO_SUPPORT;
import static io.kvmsdk.libvirt.ErrorCodes.OPERATION_DENIED;
import static io.kvmsdk.libvirt.ErrorCodes.OPERATION_INVALID;
import static io.kvmsdk.libvirt.ErrorCodes.OPERATION_TIMEOUT;
import static io.kvmsdk.libvirt.ErrorCodes.OPERATION_UNSUPPORTED;
import static io.kvmsdk.libvirt.ErrorCodes.OS_TYPE;
import static io.kvmsdk.libvirt.ErrorCodes.RESOURCE_BUSY;
import static io.kvmsdk.libvirt.ErrorCodes.RPC;
import static io.kvmsdk.libvirt.ErrorCodes.SSH;
import static io.kvmsdk.libvirt.ErrorCodes.SYSTEM_ERROR;
import static io.kvmsdk.libvirt.ErrorCodes.UNKNOWN_HOST;
import static io.kvmsdk.libvirt.ErrorCodes.XML_DETAIL;
import static io.kvmsdk.libvirt.ErrorCodes.XML_ERROR;
import static io.kvmsdk.libvirt.ErrorCodes.XML_INVALID_SCHEMA;

import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.error.AccessDeniedException;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.ConflictException;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.error.UnsupportedFeatureException;

/**
 * libvirt's errors as those of the API, by their code; the message is libvirt's own and may be in
 * another language. What a code alone does not tell, the callers find out by looking.
 */
final class Errors {

  /** Something in a definition that this hypervisor cannot do. */
  static final Feature DEFINITION = new Feature("domain.definition");

  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EAGAIN = 11;
  static final int ENOMEM = 12;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int ENFILE = 23;
  static final int EMFILE = 24;
  static final int ENOSPC = 28;
  static final int EDQUOT = 122;

  private Errors() {}

  /** What a failed call is to a user. */
  static HypervisorException of(ErrorContext call, NativeFailure failure, Effect effect) {
    NativeError error = failure.error();
    String message = error.message();
    ErrorContext context = call.withNativeCode(error.codeName());
    if (failure.connectionLost()) {
      return new ConnectionLostException(
          context.withOutcome(effect.whenUnanswered()),
          "the connection broke meanwhile: " + message,
          failure);
    }
    return switch (error.code()) {
      case NO_DOMAIN,
          NO_NETWORK,
          NO_STORAGE_POOL,
          NO_STORAGE_VOL,
          NO_SECRET,
          NO_NWFILTER,
          DEVICE_MISSING ->
          new NotFoundException(context, message, failure);
      case DOM_EXIST -> new AlreadyExistsException(context, message, failure);
      case OPERATION_INVALID ->
          new InvalidStateException(context, "a state that allows this", message, failure);
      case XML_ERROR,
          XML_DETAIL,
          XML_INVALID_SCHEMA,
          OS_TYPE,
          INVALID_MAC,
          NO_NAME,
          NO_OS,
          NO_DEVICE ->
          refused(context, "definition", failure);
      case CONFIG_UNSUPPORTED, CPU_INCOMPATIBLE ->
          unsupported(context, DEFINITION, "change the definition, or the hypervisor", failure);
      case NO_SUPPORT, OPERATION_UNSUPPORTED, ARGUMENT_UNSUPPORTED ->
          unsupported(context, new Feature(context.operation()), "use another hypervisor", failure);
      case ACCESS_DENIED, OPERATION_DENIED, AUTH_FAILED, AUTH_CANCELLED, AUTH_UNAVAILABLE ->
          new AccessDeniedException(context, message, failure);
      case OPERATION_TIMEOUT ->
          new TimedOutException(context.withOutcome(effect.whenUnanswered()), message, failure);
      case RESOURCE_BUSY, BLOCK_COPY_ACTIVE -> new ConflictException(context, message, failure);
      case AGENT_UNRESPONSIVE, AGENT_UNSYNCED ->
          new AgentUnavailableException(context, message, failure);
      case NO_MEMORY -> new ResourcesExhaustedException(context, message, failure);
      case SYSTEM_ERROR -> ofSystem(context, failure);
      default -> new OperationFailedException(context, message, failure);
    };
  }

  private static HypervisorException ofSystem(ErrorContext context, NativeFailure failure) {
    String message = failure.error().message();
    return switch (failure.error().errno()) {
      case EPERM, EACCES -> new AccessDeniedException(context, message, failure);
      case ENOMEM, ENFILE, EMFILE, ENOSPC, EDQUOT ->
          new ResourcesExhaustedException(context, message, failure);
      case EAGAIN, EBUSY -> new ConflictException(context, message, failure);
      default -> new OperationFailedException(context, message, failure);
    };
  }

  /** A definition, or a part of one, that libvirt does not accept; it says no path of its own. */
  static InvalidDefinitionException refused(
      ErrorContext context, String path, NativeFailure failure) {
    return new InvalidDefinitionException(
        context.withNativeCode(failure.error().codeName()),
        path,
        "refused by libvirt",
        "what it accepts; it says: " + failure.error().message(),
        failure);
  }

  private static UnsupportedFeatureException unsupported(
      ErrorContext context, Feature feature, String remedy, NativeFailure failure) {
    return new UnsupportedFeatureException(
        context, feature, new Support.No(failure.error().message(), remedy));
  }

  /** Why no connection could be made. */
  static HypervisorException connecting(ErrorContext call, LibvirtUri uri, NativeFailure failure) {
    NativeError error = failure.error();
    ErrorContext context = call.withNativeCode(error.codeName());
    boolean denied =
        error.is(ACCESS_DENIED, OPERATION_DENIED, AUTH_FAILED, AUTH_CANCELLED, AUTH_UNAVAILABLE)
            || (error.is(SYSTEM_ERROR) && (error.errno() == EACCES || error.errno() == EPERM));
    if (denied) {
      return new AccessDeniedException(
          context,
          error.message()
              + (uri.isLocal()
                  ? ". Run as a user of libvirt's group (Debian: adduser USER libvirt), or allow it in"
                      + " libvirtd.conf"
                  : ". Check the credentials for the other host"),
          failure);
    }
    return new ConnectFailedException(context, error.message() + remedy(uri, error), failure);
  }

  private static String remedy(LibvirtUri uri, NativeError error) {
    if (error.is(SSH, LIBSSH)) {
      return ". Try 'ssh' to that host by hand: it has to work without asking anything";
    }
    if (!error.is(SYSTEM_ERROR, RPC, INTERNAL_ERROR, UNKNOWN_HOST, NO_CONNECT)) {
      return "";
    }
    return uri.isLocal()
        ? ". Is libvirtd running? Start it (systemctl start libvirtd), or install it first (Debian:"
            + " libvirt-daemon-system)"
        : ". Is the host up, does libvirtd run there, and does it listen to this transport?";
  }
}
