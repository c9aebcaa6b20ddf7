package io.kvmsdk.domain.features;

/**
 * A capability of Linux, by its name without {@code CAP_} and in small letters. See the manual page
 * capabilities(7). An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record LinuxCapability(String value) {

  /** Rule the kernel's auditing. */
  public static final LinuxCapability AUDIT_CONTROL = new LinuxCapability("audit_control");

  /** Write to the audit log. */
  public static final LinuxCapability AUDIT_WRITE = new LinuxCapability("audit_write");

  /** Keep the system from sleeping. */
  public static final LinuxCapability BLOCK_SUSPEND = new LinuxCapability("block_suspend");

  /** Change owners of files. */
  public static final LinuxCapability CHOWN = new LinuxCapability("chown");

  /** Pass over the permissions of files. */
  public static final LinuxCapability DAC_OVERRIDE = new LinuxCapability("dac_override");

  /** Read any file and folder. */
  public static final LinuxCapability DAC_READ_SEARCH = new LinuxCapability("dac_read_search");

  /** Do what only a file's owner may. */
  public static final LinuxCapability FOWNER = new LinuxCapability("fowner");

  /** Keep the set-user-ID bit of a file that is changed. */
  public static final LinuxCapability FSETID = new LinuxCapability("fsetid");

  /** Lock memory. */
  public static final LinuxCapability IPC_LOCK = new LinuxCapability("ipc_lock");

  /** Pass over the permissions of System V IPC. */
  public static final LinuxCapability IPC_OWNER = new LinuxCapability("ipc_owner");

  /** Send signals to any process. */
  public static final LinuxCapability KILL = new LinuxCapability("kill");

  /** Take leases on files. */
  public static final LinuxCapability LEASE = new LinuxCapability("lease");

  /** Make files immutable or append-only. */
  public static final LinuxCapability LINUX_IMMUTABLE = new LinuxCapability("linux_immutable");

  /** Change the mandatory access control. */
  public static final LinuxCapability MAC_ADMIN = new LinuxCapability("mac_admin");

  /** Pass over the mandatory access control. */
  public static final LinuxCapability MAC_OVERRIDE = new LinuxCapability("mac_override");

  /** Make device files. */
  public static final LinuxCapability MKNOD = new LinuxCapability("mknod");

  /** Set up the network. */
  public static final LinuxCapability NET_ADMIN = new LinuxCapability("net_admin");

  /** Listen on ports below 1024. */
  public static final LinuxCapability NET_BIND_SERVICE = new LinuxCapability("net_bind_service");

  /** Broadcast, and listen to multicasts. */
  public static final LinuxCapability NET_BROADCAST = new LinuxCapability("net_broadcast");

  /** Use raw sockets. */
  public static final LinuxCapability NET_RAW = new LinuxCapability("net_raw");

  /** Become any group. */
  public static final LinuxCapability SETGID = new LinuxCapability("setgid");

  /** Give capabilities to files. */
  public static final LinuxCapability SETFCAP = new LinuxCapability("setfcap");

  /** Give capabilities to processes. */
  public static final LinuxCapability SETPCAP = new LinuxCapability("setpcap");

  /** Become any user. */
  public static final LinuxCapability SETUID = new LinuxCapability("setuid");

  /** Administer the system: mounts and much more. */
  public static final LinuxCapability SYS_ADMIN = new LinuxCapability("sys_admin");

  /** Reboot. */
  public static final LinuxCapability SYS_BOOT = new LinuxCapability("sys_boot");

  /** Change the root folder. */
  public static final LinuxCapability SYS_CHROOT = new LinuxCapability("sys_chroot");

  /** Load kernel modules. */
  public static final LinuxCapability SYS_MODULE = new LinuxCapability("sys_module");

  /** Raise priorities. */
  public static final LinuxCapability SYS_NICE = new LinuxCapability("sys_nice");

  /** Turn process accounting on. */
  public static final LinuxCapability SYS_PACCT = new LinuxCapability("sys_pacct");

  /** Trace any process. */
  public static final LinuxCapability SYS_PTRACE = new LinuxCapability("sys_ptrace");

  /** Use I/O ports. */
  public static final LinuxCapability SYS_RAWIO = new LinuxCapability("sys_rawio");

  /** Pass over limits. */
  public static final LinuxCapability SYS_RESOURCE = new LinuxCapability("sys_resource");

  /** Set the clock. */
  public static final LinuxCapability SYS_TIME = new LinuxCapability("sys_time");

  /** Set up terminals. */
  public static final LinuxCapability SYS_TTY_CONFIG = new LinuxCapability("sys_tty_config");

  /** Read and rule the kernel's log. */
  public static final LinuxCapability SYSLOG = new LinuxCapability("syslog");

  /** Wake the system by a timer. */
  public static final LinuxCapability WAKE_ALARM = new LinuxCapability("wake_alarm");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
