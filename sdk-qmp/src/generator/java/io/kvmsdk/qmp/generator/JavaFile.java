package io.kvmsdk.qmp.generator;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One Java file: its text, and the imports of what the text uses. */
final class JavaFile {

  private static final String BASE = "io.kvmsdk.qmp.";
  private static final int WIDTH = 100;

  /** What is used of elsewhere, by the names under which the texts of the writers use it. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("List", "java.util.List"),
          Map.entry("Optional", "java.util.Optional"),
          Map.entry("Instant", "java.time.Instant"),
          Map.entry("JsonNode", "com.fasterxml.jackson.databind.JsonNode"),
          Map.entry("NullNode", "com.fasterxml.jackson.databind.node.NullNode"),
          Map.entry("ObjectNode", "com.fasterxml.jackson.databind.node.ObjectNode"));

  private final String folder;
  private final String name;
  private final Set<String> siblings;
  private final Map<String, String> imports = new TreeMap<>();
  private final Set<String> simple = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * A file of its package.
   *
   * @param siblings the types of the package
   */
  JavaFile(String folder, String name, Set<String> siblings) {
    this.folder = folder;
    this.name = name;
    this.siblings = siblings;
    simple.add(name);
  }

  /** A type of the package that is written by hand, or of a library. */
  String use(String type) {
    return use(KNOWN.getOrDefault(type, BASE + type), type);
  }

  /** A generated type of a package. */
  String useOf(String otherPackage, String type) {
    return otherPackage.equals(folder) ? type : use(otherPackage + "." + type, type);
  }

  private String use(String qualified, String type) {
    if (qualified.equals(imports.get(type))) {
      return type;
    }
    if (siblings.contains(type) || !simple.add(type)) {
      return qualified;
    }
    imports.put(type, qualified);
    return type;
  }

  JavaFile add(String more, Object... values) {
    text.append(values.length == 0 ? more : more.formatted(values));
    return this;
  }

  String path() {
    return folder.replace('.', '/') + "/" + name + ".java";
  }

  @Override
  public String toString() {
    StringBuilder file = new StringBuilder("package " + folder + ";\n\n");
    imports.values().stream().sorted().forEach(i -> file.append("import ").append(i).append(";\n"));
    file.append(imports.isEmpty() ? "" : "\n");
    text.toString().lines().forEach(line -> wrap(file, line));
    return file.toString();
  }

  /** A long list goes on in a line below. */
  private static void wrap(StringBuilder file, String line) {
    String rest = line;
    String indent = " ".repeat(line.length() - line.stripLeading().length() + 4);
    while (rest.length() > WIDTH && rest.lastIndexOf(", ", WIDTH) > indent.length()) {
      int end = rest.lastIndexOf(", ", WIDTH - 1) + 1;
      file.append(rest, 0, end).append('\n');
      rest = indent + rest.substring(end + 1);
    }
    file.append(rest).append('\n');
  }
}
