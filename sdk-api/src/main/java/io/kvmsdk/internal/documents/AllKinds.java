package io.kvmsdk.internal.documents;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.audio.Sound;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Parallel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.definition.DomainDefinition;
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
import io.kvmsdk.domain.snapshot.BackupDefinition;
import io.kvmsdk.domain.snapshot.CheckpointDefinition;
import io.kvmsdk.domain.snapshot.SnapshotDefinition;
import io.kvmsdk.domain.tpm.Tpm;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.host.capabilities.Capabilities;
import io.kvmsdk.host.device.NodeDevice;
import io.kvmsdk.host.domaincapabilities.DomainCapabilities;
import io.kvmsdk.network.NetworkDefinition;
import io.kvmsdk.network.filter.NetworkFilter;
import io.kvmsdk.network.filter.NetworkFilterBinding;
import io.kvmsdk.network.host.HostInterface;
import io.kvmsdk.network.port.NetworkPortDefinition;
import io.kvmsdk.secret.SecretDefinition;
import io.kvmsdk.storage.pool.StoragePoolCapabilities;
import io.kvmsdk.storage.pool.StoragePoolDefinition;
import io.kvmsdk.storage.volume.StorageVolumeDefinition;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.XmlMapping;
import org.jspecify.annotations.Nullable;

/** The mappings of all documents, each loaded when it is asked for. */
public final class AllKinds implements Documents.Kinds {

  @Override
  public @Nullable XmlMapping<? extends Document> find(
      String parent, String namespace, String element) {
    if (!namespace.isEmpty()) {
      return null;
    }
    return switch (parent) {
      case "" -> document(element);
      case "devices" -> device(element);
      default -> null;
    };
  }

  private static @Nullable XmlMapping<? extends Document> document(String element) {
    return switch (element) {
      case "domain" -> DomainDefinition.XML;
      case "network" -> NetworkDefinition.XML;
      case "networkport" -> NetworkPortDefinition.XML;
      case "pool" -> StoragePoolDefinition.XML;
      case "volume" -> StorageVolumeDefinition.XML;
      case "device" -> NodeDevice.XML;
      case "filter" -> NetworkFilter.XML;
      case "filterbinding" -> NetworkFilterBinding.XML;
      case "secret" -> SecretDefinition.XML;
      case "domainsnapshot" -> SnapshotDefinition.XML;
      case "domaincheckpoint" -> CheckpointDefinition.XML;
      case "domainbackup" -> BackupDefinition.XML;
      case "capabilities" -> Capabilities.XML;
      case "domainCapabilities" -> DomainCapabilities.XML;
      case "interface" -> HostInterface.XML;
      case "storagepoolCapabilities" -> StoragePoolCapabilities.XML;
      case "cpu" -> Cpu.XML;
      default -> device(element);
    };
  }

  private static @Nullable XmlMapping<? extends Document> device(String element) {
    return switch (element) {
      case "disk" -> Disk.XML;
      case "controller" -> Controller.XML;
      case "lease" -> Lease.XML;
      case "filesystem" -> Filesystem.XML;
      case "interface" -> NetworkInterface.XML;
      case "smartcard" -> Smartcard.XML;
      case "serial" -> Serial.XML;
      case "parallel" -> Parallel.XML;
      case "console" -> Console.XML;
      case "channel" -> Channel.XML;
      case "input" -> Input.XML;
      case "tpm" -> Tpm.XML;
      case "graphics" -> Graphics.XML;
      case "sound" -> Sound.XML;
      case "audio" -> Audio.XML;
      case "video" -> Video.XML;
      case "hostdev" -> HostDevice.XML;
      case "redirdev" -> RedirDevice.XML;
      case "redirfilter" -> RedirFilter.XML;
      case "hub" -> Hub.XML;
      case "watchdog" -> Watchdog.XML;
      case "rng" -> Rng.XML;
      case "panic" -> Panic.XML;
      case "shmem" -> Shmem.XML;
      case "memory" -> MemoryDevice.XML;
      case "crypto" -> Crypto.XML;
      case "memballoon" -> MemBalloon.XML;
      case "nvram" -> Nvram.XML;
      case "iommu" -> Iommu.XML;
      case "vsock" -> Vsock.XML;
      case "pstore" -> Pstore.XML;
      default -> null;
    };
  }
}
