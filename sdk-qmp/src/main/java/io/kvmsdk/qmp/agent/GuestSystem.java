package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.agent.command.GuestGetTime;
import io.kvmsdk.qmp.agent.command.GuestNetworkGetInterfaces;
import io.kvmsdk.qmp.agent.command.GuestSetTime;
import io.kvmsdk.qmp.agent.command.GuestSetUserPassword;
import io.kvmsdk.qmp.agent.command.GuestShutdown;
import io.kvmsdk.qmp.agent.command.GuestSuspendDisk;
import io.kvmsdk.qmp.agent.command.GuestSuspendHybrid;
import io.kvmsdk.qmp.agent.command.GuestSuspendRam;
import io.kvmsdk.units.MacAddress;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Clock, addresses, passwords, shutting down and suspending. Thread-safe. */
public final class GuestSystem {

  /** How long a command without a reply may take to be refused. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The agent counts nanoseconds in 63 bits. */
  private static final long LAST_SECOND = TimeUnit.NANOSECONDS.toSeconds(Long.MAX_VALUE);

  private final Calls calls;

  GuestSystem(Calls calls) {
    this.calls = calls;
  }

  /** The guest's wall clock. QEMU guest agent 1.5 or later. */
  public Instant time() {
    Call call = calls.begin("system.time", "guest-get-time");
    long nanos = calls.execute(GuestGetTime.INSTANCE, call);
    return Instant.ofEpochSecond(0, nanos);
  }

  /**
   * Sets the guest's wall clock, such as to {@code Instant.now()} after it was resumed, and its
   * hardware clock with it.
   *
   * @param time 1970 to 2262
   */
  public void setTime(Instant time) {
    if (time.getEpochSecond() < 0 || time.getEpochSecond() >= LAST_SECOND) {
      throw new IllegalArgumentException("the time is 1970 to 2262: " + time);
    }
    Call call = calls.begin("system.setTime", "guest-set-time");
    long nanos = TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    Object unused = calls.execute(GuestSetTime.builder().time(nanos).build(), call);
  }

  /** Sets the guest's wall clock to its hardware clock, which QEMU keeps. */
  public void setTimeFromHardwareClock() {
    Call call = calls.begin("system.setTimeFromHardwareClock", "guest-set-time");
    Object unused = calls.execute(GuestSetTime.INSTANCE, call);
  }

  /**
   * The guest's IP addresses by its interfaces' addresses, without interfaces that have none (such
   * as the loopback). What is no address is left out: a guest may say anything. QEMU guest agent
   * 1.1 or later.
   */
  public Map<MacAddress, List<InetAddress>> addresses() {
    Call call = calls.begin("system.addresses", "guest-network-get-interfaces");
    var interfaces = calls.execute(GuestNetworkGetInterfaces.INSTANCE, call);
    return Calls.read(
        call,
        () -> {
          Map<MacAddress, List<InetAddress>> all = new LinkedHashMap<>();
          for (var each : interfaces) {
            each.hardwareAddress()
                .flatMap(Addresses::mac)
                .ifPresent(mac -> {
                  List<InetAddress> of = all.computeIfAbsent(mac, any -> new ArrayList<>());
                  each.ipAddresses()
                      .orElse(List.of())
                      .forEach(ip -> Addresses.ip(ip.ipAddress()).ifPresent(of::add));
                });
          }
          return all;
        });
  }

  /**
   * Sets a user's password. QEMU guest agent 2.3 or later.
   *
   * @param password in clear, not changed here; the caller may wipe it afterwards
   * @throws HypervisorException if the guest refuses it; no message has it
   */
  public void setPassword(String user, char[] password) {
    setPassword(user, password, false);
  }

  /**
   * Sets a user's password that is hashed already, as {@code /etc/shadow} has it, such as {@code
   * $6$...}. Not for Windows guests.
   */
  public void setHashedPassword(String user, char[] hash) {
    setPassword(user, hash, true);
  }

  private void setPassword(String user, char[] password, boolean hashed) {
    Call call = calls.begin("system.setPassword " + user, "guest-set-user-password");
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] clear = new byte[bytes.remaining()];
    bytes.get(clear);
    Arrays.fill(bytes.array(), (byte) 0);
    String encoded = Base64.getEncoder().encodeToString(clear);
    Arrays.fill(clear, (byte) 0);
    Object unused =
        calls.execute(
            GuestSetUserPassword.builder().username(user).password(encoded).crypted(hashed).build(),
            call);
  }

  /**
   * Asks the guest to shut down and power off. As the agent says nothing when it does so, this
   * returns when it has not refused for two seconds; that the guest is down tell QEMU's events.
   *
   * @throws HypervisorException if it refuses, or is not there
   */
  public void powerOff() {
    silently("system.powerOff", GuestShutdown.builder().mode("powerdown").build());
  }

  /** Asks the guest to reboot; otherwise as {@link #powerOff}. */
  public void reboot() {
    silently("system.reboot", GuestShutdown.builder().mode("reboot").build());
  }

  /** Asks the guest to halt without powering off; otherwise as {@link #powerOff}. */
  public void halt() {
    silently("system.halt", GuestShutdown.builder().mode("halt").build());
  }

  /**
   * Asks the guest to suspend to its memory; {@code system_wakeup} of QEMU's wakes it. Otherwise as
   * {@link #powerOff}.
   */
  public void suspendToMemory() {
    silently("system.suspendToMemory", GuestSuspendRam.INSTANCE);
  }

  /** Asks the guest to save itself to its disk and power off; otherwise as {@link #powerOff}. */
  public void suspendToDisk() {
    silently("system.suspendToDisk", GuestSuspendDisk.INSTANCE);
  }

  /** Asks the guest to save itself to its disk and suspend to memory; as {@link #powerOff}. */
  public void suspendToBoth() {
    silently("system.suspendToBoth", GuestSuspendHybrid.INSTANCE);
  }

  private void silently(String operation, QmpCommand<?> command) {
    calls.agent().executeWithoutReply(command, PATIENCE, calls.begin(operation, command.name()));
  }
}
