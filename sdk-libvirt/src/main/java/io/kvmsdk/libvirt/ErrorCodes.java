package io.kvmsdk.libvirt;

/** libvirt's {@code virErrorNumber}, as in {@code virterror.h} of libvirt 9.0. */
final class ErrorCodes {

  static final int INTERNAL_ERROR = 1;
  static final int NO_MEMORY = 2;
  static final int NO_SUPPORT = 3;
  static final int UNKNOWN_HOST = 4;
  static final int NO_CONNECT = 5;
  static final int INVALID_ARG = 8;
  static final int OPERATION_FAILED = 9;
  static final int OS_TYPE = 16;
  static final int NO_NAME = 21;
  static final int NO_OS = 22;
  static final int NO_DEVICE = 23;
  static final int XML_ERROR = 27;
  static final int DOM_EXIST = 28;
  static final int OPERATION_DENIED = 29;
  static final int XML_DETAIL = 35;
  static final int SYSTEM_ERROR = 38;
  static final int RPC = 39;
  static final int GNUTLS_ERROR = 40;
  static final int NO_DOMAIN = 42;
  static final int NO_NETWORK = 43;
  static final int INVALID_MAC = 44;
  static final int AUTH_FAILED = 45;
  static final int NO_STORAGE_POOL = 49;
  static final int NO_STORAGE_VOL = 50;
  static final int OPERATION_INVALID = 55;
  static final int NO_NWFILTER = 62;
  static final int NO_SECRET = 66;
  static final int CONFIG_UNSUPPORTED = 67;
  static final int OPERATION_TIMEOUT = 68;
  static final int ARGUMENT_UNSUPPORTED = 74;
  static final int OPERATION_ABORTED = 78;
  static final int AUTH_CANCELLED = 79;
  static final int BLOCK_COPY_ACTIVE = 83;
  static final int OPERATION_UNSUPPORTED = 84;
  static final int SSH = 85;
  static final int AGENT_UNRESPONSIVE = 86;
  static final int RESOURCE_BUSY = 87;
  static final int ACCESS_DENIED = 88;
  static final int CPU_INCOMPATIBLE = 91;
  static final int XML_INVALID_SCHEMA = 92;
  static final int AUTH_UNAVAILABLE = 94;
  static final int AGENT_UNSYNCED = 97;
  static final int LIBSSH = 98;
  static final int DEVICE_MISSING = 99;
  static final int MULTIPLE_DOMAINS = 110;

  /** All of them at their index; a number that was never used is empty. */
  private static final String[] NAMES =
      ("OK,INTERNAL_ERROR,NO_MEMORY,NO_SUPPORT,UNKNOWN_HOST,NO_CONNECT,INVALID_CONN,"
              + "INVALID_DOMAIN,INVALID_ARG,OPERATION_FAILED,GET_FAILED,POST_FAILED,HTTP_ERROR,"
              + "SEXPR_SERIAL,NO_XEN,XEN_CALL,OS_TYPE,NO_KERNEL,NO_ROOT,NO_SOURCE,NO_TARGET,"
              + "NO_NAME,NO_OS,NO_DEVICE,NO_XENSTORE,DRIVER_FULL,CALL_FAILED,XML_ERROR,DOM_EXIST,"
              + "OPERATION_DENIED,OPEN_FAILED,READ_FAILED,PARSE_FAILED,CONF_SYNTAX,WRITE_FAILED,"
              + "XML_DETAIL,INVALID_NETWORK,NETWORK_EXIST,SYSTEM_ERROR,RPC,GNUTLS_ERROR,,"
              + "NO_DOMAIN,NO_NETWORK,INVALID_MAC,AUTH_FAILED,INVALID_STORAGE_POOL,"
              + "INVALID_STORAGE_VOL,,NO_STORAGE_POOL,NO_STORAGE_VOL,,INVALID_NODE_DEVICE,"
              + "NO_NODE_DEVICE,NO_SECURITY_MODEL,OPERATION_INVALID,,NO_INTERFACE,"
              + "INVALID_INTERFACE,MULTIPLE_INTERFACES,,INVALID_NWFILTER,NO_NWFILTER,"
              + "BUILD_FIREWALL,,INVALID_SECRET,NO_SECRET,CONFIG_UNSUPPORTED,OPERATION_TIMEOUT,"
              + "MIGRATE_PERSIST_FAILED,HOOK_SCRIPT_FAILED,INVALID_DOMAIN_SNAPSHOT,"
              + "NO_DOMAIN_SNAPSHOT,INVALID_STREAM,ARGUMENT_UNSUPPORTED,STORAGE_PROBE_FAILED,"
              + "STORAGE_POOL_BUILT,SNAPSHOT_REVERT_RISKY,OPERATION_ABORTED,AUTH_CANCELLED,"
              + "NO_DOMAIN_METADATA,MIGRATE_UNSAFE,OVERFLOW,BLOCK_COPY_ACTIVE,"
              + "OPERATION_UNSUPPORTED,SSH,AGENT_UNRESPONSIVE,RESOURCE_BUSY,ACCESS_DENIED,"
              + "DBUS_SERVICE,STORAGE_VOL_EXIST,CPU_INCOMPATIBLE,XML_INVALID_SCHEMA,"
              + "MIGRATE_FINISH_OK,AUTH_UNAVAILABLE,NO_SERVER,NO_CLIENT,AGENT_UNSYNCED,LIBSSH,"
              + "DEVICE_MISSING,INVALID_NWFILTER_BINDING,NO_NWFILTER_BINDING,"
              + "INVALID_DOMAIN_CHECKPOINT,NO_DOMAIN_CHECKPOINT,NO_DOMAIN_BACKUP,"
              + "INVALID_NETWORK_PORT,NETWORK_PORT_EXIST,NO_NETWORK_PORT,NO_HOSTNAME,"
              + "CHECKPOINT_INCONSISTENT,MULTIPLE_DOMAINS")
          .split(",", -1);

  private ErrorCodes() {}

  /** The name of a code, such as {@code VIR_ERR_NO_DOMAIN}; its number if it has none here. */
  static String name(int code) {
    String name = code >= 0 && code < NAMES.length ? NAMES[code] : "";
    return "VIR_ERR_" + (name.isEmpty() ? code : name);
  }
}
