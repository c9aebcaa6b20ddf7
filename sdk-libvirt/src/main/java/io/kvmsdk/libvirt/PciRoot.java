package io.kvmsdk.libvirt;

import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerModel;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The root of a PCI Express bus. libvirt numbers controllers from 0 before it adds the root, which
 * has to be 0, and refuses what it has made of it: spare ports alone would not do.
 */
final class PciRoot {

  private static final Set<ControllerModel> ROOTS =
      Set.of(ControllerModel.PCIE_ROOT, ControllerModel.PCI_ROOT);

  private PciRoot() {}

  /** The same definition, with the root before its ports if they have no numbers. */
  static DomainDefinition added(DomainDefinition definition) {
    List<Controller> pci =
        definition.controllers().stream().filter(c -> c.type().equals(ControllerType.PCI)).toList();
    boolean hasRoot =
        pci.stream()
            .anyMatch(
                c -> c.model().filter(ROOTS::contains).isPresent() || c.index().orElse(-1) == 0);
    boolean hasPort =
        pci.stream()
            .anyMatch(c ->
                c.index().isEmpty()
                    && c.model().filter(m -> m.value().startsWith("pcie-")).isPresent());
    if (hasRoot || !hasPort) {
      return definition;
    }
    List<Controller> all = new ArrayList<>(definition.controllers());
    Controller root =
        Controller.builder()
            .type(ControllerType.PCI)
            .index(0)
            .model(ControllerModel.PCIE_ROOT)
            .build();
    all.add(all.indexOf(pci.get(0)), root);
    return definition.withControllers(all);
  }
}
