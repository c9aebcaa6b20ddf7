package io.kvmsdk.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Our modules, as their descriptors on the class path declare them. */
final class Modules {

  private final Map<String, Set<String>> exported = new HashMap<>();

  private Modules() {}

  static Modules onTheClassPath() {
    Modules modules = new Modules();
    try {
      for (URL url :
          Collections.list(Modules.class.getClassLoader().getResources("module-info.class"))) {
        try (InputStream in = url.openStream()) {
          ModuleDescriptor module = ModuleDescriptor.read(in);
          if (module.name().startsWith("io.kvmsdk")) {
            modules.exported.put(
                module.name(),
                module.exports().stream()
                    .filter(e -> !e.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modules;
  }

  Set<String> names() {
    return exported.keySet();
  }

  Set<String> exports(String module) {
    return exported.getOrDefault(module, Set.of());
  }

  /** Whether a package of ours is one that no module exports. */
  boolean hides(String name) {
    Set<String> all = new HashSet<>();
    exported.values().forEach(all::addAll);
    return name.startsWith("io.kvmsdk") && !all.contains(name);
  }
}
