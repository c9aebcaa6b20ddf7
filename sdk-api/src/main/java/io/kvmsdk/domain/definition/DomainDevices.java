package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.audio.Sound;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Parallel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.filesystem.Filesystem;
import io.kvmsdk.domain.input.Hub;
import io.kvmsdk.domain.input.Input;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.memory.MemoryDevice;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.passthrough.HostDevice;
import io.kvmsdk.domain.platform.Crypto;
import io.kvmsdk.domain.platform.Iommu;
import io.kvmsdk.domain.platform.Lease;
import io.kvmsdk.domain.platform.Nvram;
import io.kvmsdk.domain.platform.Panic;
import io.kvmsdk.domain.platform.Pstore;
import io.kvmsdk.domain.platform.Rng;
import io.kvmsdk.domain.platform.Vsock;
import io.kvmsdk.domain.platform.Watchdog;
import io.kvmsdk.domain.redirection.RedirDevice;
import io.kvmsdk.domain.redirection.RedirFilter;
import io.kvmsdk.domain.redirection.Smartcard;
import io.kvmsdk.domain.shmem.Shmem;
import io.kvmsdk.domain.tpm.Tpm;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The devices of a domain. In a list they stand in the order of the document; absent and empty mean
 * that the domain has none beyond what the hypervisor adds.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#devices">libvirt: Devices</a>
 */
public interface DomainDevices {

  /** The path of the hypervisor's program; the hypervisor knows if it is absent. */
  Optional<String> emulator();

  /** Its disks. */
  List<Disk> disks();

  /** Its controllers; those that devices need are added by the hypervisor. */
  List<Controller> controllers();

  /** Its network interfaces. */
  List<NetworkInterface> interfaces();

  /** Its serial ports. */
  List<Serial> serials();

  /** Its consoles. */
  List<Console> consoles();

  /** Its channels. */
  List<Channel> channels();

  /** Its graphical consoles. */
  List<Graphics> graphics();

  /** Its balloon; libvirt gives every QEMU domain one unless it is of model none. */
  Optional<MemBalloon> memBalloon();

  /** Its random number generators. */
  List<Rng> rngs();

  /** Its parallel ports. */
  List<Parallel> parallels();

  /** Its keyboards, mice, tablets and other input devices. */
  List<Input> inputs();

  /** Its USB hubs. */
  List<Hub> hubs();

  /** Its graphics cards. */
  List<Video> videos();

  /** Its sound cards. */
  List<Sound> sounds();

  /** Where on the host their sound goes. Since libvirt 7.1.0. */
  List<Audio> audios();

  /** Devices of the host that it is given. */
  List<HostDevice> hostDevices();

  /** Directories of the host that it can mount. */
  List<Filesystem> filesystems();

  /** Places for USB devices of a client. Since libvirt 0.9.5. */
  List<RedirDevice> redirDevices();

  /** Which USB devices of a client it may be given; there is one filter at most. */
  List<RedirFilter> redirFilters();

  /** Its smartcard readers. Since libvirt 0.8.8. */
  List<Smartcard> smartcards();

  /** Its trusted platform modules. Since libvirt 1.0.5. */
  List<Tpm> tpms();

  /** Memory that it shares with other domains. Since libvirt 1.2.10. */
  List<Shmem> shmems();

  /** Its modules of memory beyond what it has at its start. Since libvirt 1.2.14. */
  List<MemoryDevice> memoryDevices();

  /** Devices that do cryptography for it. Since libvirt 9.0.0. */
  List<Crypto> cryptos();

  /** Leases of a lock manager that it has to hold. Since libvirt 1.0.5. */
  List<Lease> leases();

  /** Its watchdogs; more than one since libvirt 9.1.0. */
  List<Watchdog> watchdogs();

  /** Its non-volatile memory; pSeries machines only. Since libvirt 1.0.5. */
  Optional<Nvram> nvram();

  /** Devices by which it says that it crashed. Since libvirt 1.2.1. */
  List<Panic> panics();

  /** Its IOMMU. Since libvirt 2.1.0. */
  Optional<Iommu> iommu();

  /** Its socket to the host. Since libvirt 4.4.0. */
  Optional<Vsock> vsock();

  /** The place where it keeps its last words. Since libvirt 10.10.0. */
  Optional<Pstore> pstore();

  /** The disk of that target, such as {@code vda}. */
  default Optional<Disk> disk(String target) {
    for (Disk disk : disks()) {
      if (disk.target().equals(target)) {
        return Optional.of(disk);
      }
    }
    return Optional.empty();
  }

  /**
   * The first target that no disk has yet, counted as libvirt counts: {@code vda} to {@code vdz},
   * then {@code vdaa}.
   *
   * @param prefix what says the bus, such as {@code vd} for virtio or {@code sd} for SCSI and SATA
   */
  default String nextFreeTarget(String prefix) {
    int index = 0;
    while (disk(prefix + letters(index)).isPresent()) {
      index++;
    }
    return prefix + letters(index);
  }

  private static String letters(int index) {
    String last = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? last : letters(index / 26 - 1) + last;
  }

  /** The network interface of that address. */
  default Optional<NetworkInterface> networkInterface(MacAddress mac) {
    for (NetworkInterface candidate : interfaces()) {
      if (candidate.mac().isPresent() && candidate.mac().get().equals(mac)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * All devices that can have an alias and an address, kind by kind, each kind in the order of the
   * document: all but graphical consoles, audio backends, leases and redirection filters.
   */
  default List<Device> devices() {
    return DeviceList.of(this);
  }

  /** The device with that alias, such as {@code virtio-disk0}. */
  default Optional<Device> device(String alias) {
    return devices().stream()
        .filter(device -> device.alias().filter(alias::equals).isPresent())
        .findFirst();
  }

  /** The device at that address; the first where several have it. */
  default Optional<Device> deviceAt(DeviceAddress address) {
    return devices().stream()
        .filter(device -> device.address().filter(address::equals).isPresent())
        .findFirst();
  }

  /** The device at that place on a PCI bus of the guest. */
  default Optional<Device> deviceAt(PciAddress address) {
    return devices().stream()
        .filter(device -> DeviceList.pciAddress(device).filter(address::equals).isPresent())
        .findFirst();
  }

  /**
   * The first slot, from 1 to 31, of a PCI bus in which no device of this definition stands; empty
   * where none is left.
   *
   * <p>Whether a device may stand there is another matter: a root port has slot 0 only, and a
   * machine has devices of its own, such as those in slot 31 of q35 and slot 1 of pc, which a
   * definition that libvirt has not completed yet does not list.
   *
   * @param bus the index of the controller whose bus it is
   */
  default OptionalInt nextFreeSlot(int bus) {
    return DeviceList.nextFreeSlot(devices(), bus);
  }
}
