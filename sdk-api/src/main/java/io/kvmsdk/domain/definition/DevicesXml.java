package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.audio.Sound;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Parallel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.controller.Controller;
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
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes {@code <devices>}. */
final class DevicesXml {

  private DevicesXml() {}

  static void read(XmlIn in, DomainDefinition.Builder b) {
    if (in.childText("emulator")) b.emulator(in.value());
    for (XmlIn device : in.children()) {
      switch (device.name()) {
        case "disk" -> b.addDisk(device.read(Disk.XML));
        case "controller" -> b.addController(device.read(Controller.XML));
        case "lease" -> b.addLease(device.read(Lease.XML));
        case "filesystem" -> b.addFilesystem(device.read(Filesystem.XML));
        case "interface" -> b.addInterface(device.read(NetworkInterface.XML));
        case "smartcard" -> b.addSmartcard(device.read(Smartcard.XML));
        case "serial" -> b.addSerial(device.read(Serial.XML));
        case "parallel" -> b.addParallel(device.read(Parallel.XML));
        case "console" -> b.addConsole(device.read(Console.XML));
        case "channel" -> b.addChannel(device.read(Channel.XML));
        case "input" -> b.addInput(device.read(Input.XML));
        case "tpm" -> b.addTpm(device.read(Tpm.XML));
        case "graphics" -> b.addGraphics(device.read(Graphics.XML));
        case "sound" -> b.addSound(device.read(Sound.XML));
        case "audio" -> b.addAudio(device.read(Audio.XML));
        case "video" -> b.addVideo(device.read(Video.XML));
        case "hostdev" -> b.addHostDevice(device.read(HostDevice.XML));
        case "redirdev" -> b.addRedirDevice(device.read(RedirDevice.XML));
        case "redirfilter" -> b.addRedirFilter(device.read(RedirFilter.XML));
        case "hub" -> b.addHub(device.read(Hub.XML));
        case "watchdog" -> b.addWatchdog(device.read(Watchdog.XML));
        case "rng" -> b.addRng(device.read(Rng.XML));
        case "panic" -> b.addPanic(device.read(Panic.XML));
        case "shmem" -> b.addShmem(device.read(Shmem.XML));
        case "memory" -> b.addMemoryDevice(device.read(MemoryDevice.XML));
        case "crypto" -> b.addCrypto(device.read(Crypto.XML));
        default -> {
          // One of which there can be no more, or it stays in the extras.
        }
      }
    }
    XmlIn memballoon = in.child("memballoon");
    if (memballoon.present()) b.memBalloon(memballoon.read(MemBalloon.XML));
    XmlIn nvram = in.child("nvram");
    if (nvram.present()) b.nvram(nvram.read(Nvram.XML));
    XmlIn iommu = in.child("iommu");
    if (iommu.present()) b.iommu(iommu.read(Iommu.XML));
    XmlIn vsock = in.child("vsock");
    if (vsock.present()) b.vsock(vsock.read(Vsock.XML));
    XmlIn pstore = in.child("pstore");
    if (pstore.present()) b.pstore(pstore.read(Pstore.XML));
  }

  static void write(DomainDefinition value, XmlOut out) {
    out.beginPart("devices");
    out.partText("emulator", value.emulator());
    out.writeAll(Disk.XML, value.disks());
    out.writeAll(Controller.XML, value.controllers());
    out.writeAll(Lease.XML, value.leases());
    out.writeAll(Filesystem.XML, value.filesystems());
    out.writeAll(NetworkInterface.XML, value.interfaces());
    out.writeAll(Smartcard.XML, value.smartcards());
    out.writeAll(Serial.XML, value.serials());
    out.writeAll(Parallel.XML, value.parallels());
    out.writeAll(Console.XML, value.consoles());
    out.writeAll(Channel.XML, value.channels());
    out.writeAll(Input.XML, value.inputs());
    out.writeAll(Tpm.XML, value.tpms());
    out.writeAll(Graphics.XML, value.graphics());
    out.writeAll(Sound.XML, value.sounds());
    out.writeAll(Audio.XML, value.audios());
    out.writeAll(Video.XML, value.videos());
    out.writeAll(HostDevice.XML, value.hostDevices());
    out.writeAll(RedirDevice.XML, value.redirDevices());
    out.writeAll(RedirFilter.XML, value.redirFilters());
    out.writeAll(Hub.XML, value.hubs());
    out.writeAll(Watchdog.XML, value.watchdogs());
    out.writeAll(Rng.XML, value.rngs());
    out.writeAll(Panic.XML, value.panics());
    out.writeAll(Shmem.XML, value.shmems());
    out.writeAll(MemoryDevice.XML, value.memoryDevices());
    out.writeAll(Crypto.XML, value.cryptos());
    out.write(MemBalloon.XML, value.memBalloon());
    out.write(Nvram.XML, value.nvram());
    out.write(Iommu.XML, value.iommu());
    out.write(Vsock.XML, value.vsock());
    out.write(Pstore.XML, value.pstore());
    out.end();
  }
}
