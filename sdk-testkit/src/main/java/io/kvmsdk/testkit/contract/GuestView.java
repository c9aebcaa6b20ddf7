package io.kvmsdk.testkit.contract;

import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.time.Duration;
import java.util.Set;

/**
 * What a guest sees of its machine, asked at the moment of the call: the contract suite believes
 * the guest, not the hypervisor.
 */
public interface GuestView {

  /** How many CPUs it uses. */
  int onlineCpus();

  /** The memory that its kernel manages, which is less than the machine's. */
  ByteSize memoryTotal();

  /** The names of its whole disks, such as {@code vda}. */
  Set<String> blockDevices();

  /** The addresses of its network interfaces, the loopback's left out. */
  Set<MacAddress> macAddresses();

  /** How long it takes to read that much from the begin of a disk, past all caches of its own. */
  Duration timeToRead(String device, ByteSize amount);

  /** Names this boot of the guest: another one after each reboot. */
  String bootId();
}
