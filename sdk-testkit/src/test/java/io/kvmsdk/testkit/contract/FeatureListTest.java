package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.Hypervisor;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.testkit.FakeHypervisor;
import io.kvmsdk.testkit.FakeTarget;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A feature that is new to the API may not be missing in the contract or the fake. */
class FeatureListTest {

  private static final class Listed extends FeatureContract {
    @Override
    ContractTarget target() {
      return FakeTarget.INSTANCE;
    }
  }

  @Test
  void theContractAndTheFakeKnowAllFeatures() throws Exception {
    Set<Feature> all = ofTheApi();
    assertThat(all).hasSizeGreaterThan(20);
    try (Hypervisor kvm = new FakeHypervisor().connect()) {
      Domain domain =
          kvm.domains().define(FakeTarget.INSTANCE.guest("any", GuestKind.OBEDIENT).build());
      assertThat(new Listed().calls(domain).keySet()).isEqualTo(all);
      assertThat(all).allSatisfy(f -> assertThat(kvm.support(f).isYes()).as("%s", f).isTrue());
    }
  }

  /** The constants of all classes of the API that are named {@code ...Features}. */
  private static Set<Feature> ofTheApi() throws Exception {
    URI place = Hypervisor.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(place))) {
      return below(Path.of(place));
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
      return below(jar.getPath("/"));
    }
  }

  private static Set<Feature> below(Path root) throws IOException, ReflectiveOperationException {
    Set<Feature> all = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Features.class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace(".class", "");
        for (Field field : Class.forName(name).getFields()) {
          if (field.getType() == Feature.class) {
            all.add((Feature) field.get(null));
          }
        }
      }
    }
    return all;
  }
}
