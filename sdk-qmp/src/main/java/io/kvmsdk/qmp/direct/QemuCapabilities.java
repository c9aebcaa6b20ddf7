package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.host.Version;
import io.kvmsdk.qmp.QmpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a QEMU can do, as it says itself.
 *
 * @param version its version
 * @param packaged what the distribution calls it; may be empty
 * @param architecture the guests' architecture, such as {@code x86_64}
 * @param kvm whether it could open KVM, which does not prove that a guest boots with it
 * @param machines its machine types, in its own order
 * @param cpuModels the names of its CPU models; empty where it has none to choose from
 * @param schema its commands and what they take
 */
record QemuCapabilities(
    Version version,
    String packaged,
    String architecture,
    boolean kvm,
    List<MachineType> machines,
    List<String> cpuModels,
    QmpSchema schema) {

  /**
   * A machine type.
   *
   * @param name its name, such as {@code pc-q35-7.2}
   * @param alias what it may be called instead, such as {@code q35}
   * @param maxCpus how many vCPUs it can have
   * @param hotpluggableCpus whether vCPUs can come while it runs
   */
  record MachineType(String name, Optional<String> alias, int maxCpus, boolean hotpluggableCpus) {}

  QemuCapabilities {
    machines = List.copyOf(machines);
    cpuModels = List.copyOf(cpuModels);
  }

  /**
   * Out of QEMU's answers.
   *
   * @param greeting what it sent first
   * @param returned what each command returned, by its name; what it refused is missing
   */
  static QemuCapabilities of(JsonNode greeting, JsonNode returned) {
    JsonNode version = greeting.path("version");
    JsonNode number = version.path("qemu");
    List<MachineType> machines = new ArrayList<>();
    for (JsonNode machine : returned.path("query-machines")) {
      machines.add(
          new MachineType(
              machine.path("name").asText(),
              Optional.ofNullable(machine.path("alias").asText(null)),
              machine.path("cpu-max").asInt(),
              machine.path("hotpluggable-cpus").asBoolean()));
    }
    List<String> cpuModels = new ArrayList<>();
    for (JsonNode model : returned.path("query-cpu-definitions")) {
      cpuModels.add(model.path("name").asText());
    }
    return new QemuCapabilities(
        new Version(
            number.path("major").asInt(),
            number.path("minor").asInt(),
            number.path("micro").asInt()),
        version.path("package").asText(),
        returned.path("query-target").path("arch").asText(),
        returned.path("query-kvm").path("enabled").asBoolean(),
        machines,
        cpuModels,
        new QmpSchema(returned.path("query-qmp-schema")));
  }

  /** The machine type of a name or alias. */
  Optional<MachineType> machine(String name) {
    return machines.stream()
        .filter(m -> m.name().equals(name) || m.alias().filter(name::equals).isPresent())
        .findFirst();
  }

  @Override
  public String toString() {
    return "QEMU " + version + (packaged.isEmpty() ? "" : " (" + packaged + ")");
  }
}
