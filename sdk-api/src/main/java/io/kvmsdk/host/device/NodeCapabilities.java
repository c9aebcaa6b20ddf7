package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.MdevTypesCapability;
import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.part.MdevType;
import java.util.List;

/** What capabilities of different kinds have in common. */
final class NodeCapabilities {

  private NodeCapabilities() {}

  static List<MdevType> mdevTypes(NodeCapability capability) {
    List<NestedCapability> nested = List.of();
    if (capability instanceof PciCapability pci) nested = pci.capabilities();
    if (capability instanceof CssCapability css) nested = css.capabilities();
    if (capability instanceof ApMatrixCapability matrix) nested = matrix.capabilities();
    return NestedCapability.first(nested, MdevTypesCapability.class)
        .map(MdevTypesCapability::types)
        .orElse(List.of());
  }
}
