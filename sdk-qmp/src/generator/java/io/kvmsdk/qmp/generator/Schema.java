package io.kvmsdk.qmp.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version's schema, as {@code query-qmp-schema} tells it but with the types' names.
 *
 * @param version such as {@code 10.2}
 * @param partial whether it has only what other versions lack, and so says nothing by what it lacks
 * @param entries commands, events and types by their names
 */
record Schema(String version, boolean partial, Map<String, JsonNode> entries) {

  private static final Pattern FILE = Pattern.compile("(.+)-(\\d+)\\.(\\d+)(-partial)?\\.json");

  /**
   * The files {@code PROGRAM-VERSION.json} and {@code PROGRAM-VERSION-partial.json} of a folder,
   * the newest first.
   */
  static List<Schema> load(Path folder, String program) throws IOException {
    Map<Integer, Schema> found = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, program + "-*.json")) {
      for (Path file : files) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches() && name.group(1).equals(program)) {
          int major = Integer.parseInt(name.group(2));
          int minor = Integer.parseInt(name.group(3));
          found.put(
              major * 1000 + minor,
              of(
                  major + "." + minor,
                  name.group(4) != null,
                  new ObjectMapper().readTree(file.toFile())));
        }
      }
    }
    List<Integer> order = new ArrayList<>(found.keySet());
    order.sort(Comparator.reverseOrder());
    return order.stream().map(found::get).toList();
  }

  static Schema of(String version, boolean partial, JsonNode schema) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    schema.forEach(entry -> entries.put(entry.path("name").asText(), entry));
    return new Schema(version, partial, entries);
  }

  List<JsonNode> all(String metaType) {
    return entries.values().stream()
        .filter(entry -> entry.path("meta-type").asText().equals(metaType))
        .toList();
  }
}
