package io.kvmsdk.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.libvirt.jna.CString;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.LibvirtQemu;
import org.libvirt.jna.virDomainInfo;

/** libvirt's calls on a {@code virDomainPtr}, which it frees when it is closed. One thread's. */
final class NativeDomain implements AutoCloseable {

  /** {@code virDomainModificationImpact}. */
  static final int AFFECT_CURRENT = 0;

  static final int AFFECT_LIVE = 1;
  static final int AFFECT_CONFIG = 2;

  static final int START_PAUSED = 1;
  static final int XML_INACTIVE = 2;

  private static final int UUID_STRING = 37;
  private static final int VCPU_MAXIMUM = 4;
  private static final int MEMORY_STAT_ACTUAL_BALLOON = 6;
  private static final int MEMORY_STATS = 64; // libvirt 11.3 knows 17, and fills in what fits
  static final int MEMORY_STAT_SIZE = 16;

  private final NativeConnection connection;
  private final DomainPointer pointer;

  NativeDomain(NativeConnection connection, DomainPointer pointer) {
    this.connection = connection;
    this.pointer = pointer;
  }

  /**
   * A state and its reason.
   *
   * @param state what the domain is doing
   * @param stateCode {@code virDomainState}
   * @param reasonCode the state's own reason
   */
  record State(DomainState state, int stateCode, int reasonCode) {}

  @Override
  public void close() {
    base().virDomainFree(pointer);
  }

  NativeConnection connection() {
    return connection;
  }

  /** Its UUID and name; asks nobody. */
  DomainRef ref() throws NativeFailure {
    return ref(connection, pointer);
  }

  /** The UUID and name of a domain that an event is about. */
  static DomainRef ref(NativeConnection connection, DomainPointer domain) throws NativeFailure {
    Libvirt base = connection.library().base();
    byte[] uuid = new byte[UUID_STRING];
    connection.check(base.virDomainGetUUIDString(domain, uuid));
    String text = new String(uuid, 0, UUID_STRING - 1, StandardCharsets.US_ASCII);
    return new DomainRef(UUID.fromString(text), connection.check(base.virDomainGetName(domain)));
  }

  State state() throws NativeFailure {
    IntByReference state = new IntByReference();
    IntByReference reason = new IntByReference();
    check(more().virDomainGetState(pointer, state, reason, 0));
    return new State(States.state(state.getValue()), state.getValue(), reason.getValue());
  }

  virDomainInfo info() throws NativeFailure {
    virDomainInfo info = new virDomainInfo();
    check(base().virDomainGetInfo(pointer, info));
    return info;
  }

  boolean persistent() throws NativeFailure {
    return check(base().virDomainIsPersistent(pointer)) == 1;
  }

  String xml(int flags) throws NativeFailure {
    CString xml = base().virDomainGetXMLDesc(pointer, flags);
    return connection.check(NativeLibrary.take(xml));
  }

  void start(int flags) throws NativeFailure {
    check(base().virDomainCreateWithFlags(pointer, flags));
  }

  void shutdown(int flags) throws NativeFailure {
    check(more().virDomainShutdownFlags(pointer, flags));
  }

  void reboot(int flags) throws NativeFailure {
    check(base().virDomainReboot(pointer, flags));
  }

  void reset() throws NativeFailure {
    check(base().virDomainReset(pointer, 0));
  }

  void suspend() throws NativeFailure {
    check(base().virDomainSuspend(pointer));
  }

  void resume() throws NativeFailure {
    check(base().virDomainResume(pointer));
  }

  void destroy() throws NativeFailure {
    check(base().virDomainDestroy(pointer));
  }

  void undefine(int flags) throws NativeFailure {
    check(base().virDomainUndefineFlags(pointer, flags));
  }

  boolean autostart() throws NativeFailure {
    IntByReference autostart = new IntByReference();
    check(base().virDomainGetAutostart(pointer, autostart));
    return autostart.getValue() != 0;
  }

  void setAutostart(boolean autostart) throws NativeFailure {
    check(base().virDomainSetAutostart(pointer, autostart ? 1 : 0));
  }

  int vcpus(int affect) throws NativeFailure {
    return check(more().virDomainGetVcpusFlags(pointer, affect));
  }

  int maximumVcpus(int affect) throws NativeFailure {
    return vcpus(affect | VCPU_MAXIMUM);
  }

  void setVcpus(int count, int affect) throws NativeFailure {
    check(base().virDomainSetVcpusFlags(pointer, count, affect));
  }

  void setMemory(long kibibytes, int affect) throws NativeFailure {
    check(more().virDomainSetMemoryFlags(pointer, new NativeLong(kibibytes), affect));
  }

  /** What the balloon leaves to the guest, in KiB, as the hypervisor says now. */
  OptionalLong actualBalloon() throws NativeFailure {
    try (Memory stats = new Memory((long) MEMORY_STATS * MEMORY_STAT_SIZE)) {
      int count = check(more().virDomainMemoryStats(pointer, stats, MEMORY_STATS, 0));
      for (int i = 0; i < count; i++) {
        long at = (long) i * MEMORY_STAT_SIZE;
        if (stats.getInt(at) == MEMORY_STAT_ACTUAL_BALLOON) {
          return OptionalLong.of(stats.getLong(at + 8));
        }
      }
    }
    return OptionalLong.empty();
  }

  void attach(String xml, int affect) throws NativeFailure {
    check(base().virDomainAttachDeviceFlags(pointer, xml, affect));
  }

  void detach(String xml, int affect) throws NativeFailure {
    check(base().virDomainDetachDeviceFlags(pointer, xml, affect));
  }

  /** Asks the guest to let go of a device and does not wait for it. */
  void requestDetach(String alias) throws NativeFailure {
    check(more().virDomainDetachDeviceAlias(pointer, alias, AFFECT_LIVE));
  }

  Map<String, Object> blockIoTune(String disk, int affect) throws NativeFailure {
    IntByReference count = new IntByReference();
    check(more().virDomainGetBlockIoTune(pointer, disk, null, count, affect));
    try (TypedParams params = TypedParams.empty(count.getValue())) {
      check(more().virDomainGetBlockIoTune(pointer, disk, params.pointer(), count, affect));
      return params.read(count.getValue());
    }
  }

  void setBlockIoTune(String disk, Map<String, Object> limits, int affect) throws NativeFailure {
    try (TypedParams params = TypedParams.of(limits)) {
      check(more().virDomainSetBlockIoTune(pointer, disk, params.pointer(), limits.size(), affect));
    }
  }

  String agentCommand(LibvirtQemu qemu, String command, int seconds) throws NativeFailure {
    CString answer = qemu.virDomainQemuAgentCommand(pointer, command, seconds, 0);
    return connection.check(NativeLibrary.take(answer));
  }

  private Libvirt base() {
    return connection.library().base();
  }

  private LibvirtMore more() {
    return connection.library().more();
  }

  private int check(int result) throws NativeFailure {
    return connection.check(result);
  }
}
