package io.kvmsdk.internal.documents;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.host.device.NodeDevice;
import io.kvmsdk.network.filter.NetworkFilter;
import io.kvmsdk.network.filter.NetworkFilterBinding;
import io.kvmsdk.network.host.HostInterface;
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
      case "filter" -> NetworkFilter.XML;
      case "filterbinding" -> NetworkFilterBinding.XML;
      case "interface" -> HostInterface.XML;
      case "device" -> NodeDevice.XML;
      case "secret" -> SecretDefinition.XML;
      case "pool" -> StoragePoolDefinition.XML;
      case "volume" -> StorageVolumeDefinition.XML;
      case "storagepoolCapabilities" -> StoragePoolCapabilities.XML;
      default -> device(element);
    };
  }

  private static @Nullable XmlMapping<? extends Document> device(String element) {
    return switch (element) {
      case "disk" -> Disk.XML;
      default -> null;
    };
  }
}
