package io.kvmsdk.qmp.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.qmp.generator.Model.Alternate;
import io.kvmsdk.qmp.generator.Model.Builtin;
import io.kvmsdk.qmp.generator.Model.Case;
import io.kvmsdk.qmp.generator.Model.Command;
import io.kvmsdk.qmp.generator.Model.Empty;
import io.kvmsdk.qmp.generator.Model.Event;
import io.kvmsdk.qmp.generator.Model.ListOf;
import io.kvmsdk.qmp.generator.Model.Marks;
import io.kvmsdk.qmp.generator.Model.Member;
import io.kvmsdk.qmp.generator.Model.Named;
import io.kvmsdk.qmp.generator.Model.Ref;
import io.kvmsdk.qmp.generator.Model.Struct;
import io.kvmsdk.qmp.generator.Model.Union;
import io.kvmsdk.qmp.generator.Model.Value;
import io.kvmsdk.qmp.generator.Model.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one model of a schema's versions. The newest version's word counts: for a type that was
 * renamed the newest name stands for all versions, and features are the newest's. What was in an
 * older one only is kept and marked.
 */
final class Merge {

  private final List<Schema> schemas;

  /** What each type is made from: for a version the types there, by now mostly one of that name. */
  private final Map<String, Map<String, Set<String>>> sources = new TreeMap<>();

  private final Set<String> used = new HashSet<>();
  private boolean changed;

  private Merge(List<Schema> schemas) {
    this.schemas = schemas;
    for (Schema schema : schemas) {
      for (String meta : List.of("object", "enum", "alternate")) {
        for (JsonNode type : schema.all(meta)) {
          source(name(type), schema.version(), name(type));
        }
      }
    }
  }

  static Model of(List<Schema> schemas) {
    Merge merge = new Merge(schemas);
    Model model = merge.model();
    // Each round may find that a type stands for another one of an older version.
    while (merge.changed) {
      model = merge.model();
    }
    return model;
  }

  private boolean source(String type, String version, String of) {
    return sources
        .computeIfAbsent(type, name -> new LinkedHashMap<>())
        .computeIfAbsent(version, v -> new LinkedHashSet<>())
        .add(of);
  }

  private static String name(JsonNode entry) {
    return entry.path("name").asText();
  }

  private Model model() {
    changed = false;
    used.clear();
    List<Command> commands = named("command").entrySet().stream().map(this::command).toList();
    List<Event> events = named("event").entrySet().stream().map(this::event).toList();
    List<Struct> structs = new ArrayList<>();
    List<Words> words = new ArrayList<>();
    List<Alternate> alternates = new ArrayList<>();
    for (String type : List.copyOf(sources.keySet())) {
      if (type.startsWith("q_") || isRenamed(type)) {
        continue;
      }
      Map<String, List<JsonNode>> entries = entries(type);
      switch (newest(entries).get(0).path("meta-type").asText()) {
        case "object" -> structs.add(struct(type, entries));
        case "enum" -> words.add(words(type, entries));
        default -> alternates.add(alternate(type, entries));
      }
    }
    structs.removeIf(struct -> !used.contains(struct.name()));
    return new Model(
        schemas.stream().filter(schema -> !schema.partial()).map(Schema::version).toList(),
        commands,
        events,
        structs,
        words,
        alternates);
  }

  /** Whether an older version's type goes by another name now. */
  private boolean isRenamed(String type) {
    return !schemas.get(0).entries().containsKey(type) && !current(type).equals(type);
  }

  private String current(String type) {
    if (!schemas.get(0).entries().containsKey(type)) {
      for (Map.Entry<String, Map<String, Set<String>>> other : sources.entrySet()) {
        boolean has = other.getValue().values().stream().anyMatch(names -> names.contains(type));
        if (has && !other.getKey().equals(type)) {
          return other.getKey();
        }
      }
    }
    return type;
  }

  private Map<String, Map<String, JsonNode>> named(String metaType) {
    Map<String, Map<String, JsonNode>> found = new TreeMap<>();
    for (Schema schema : schemas) {
      for (JsonNode entry : schema.all(metaType)) {
        found
            .computeIfAbsent(name(entry), name -> new LinkedHashMap<>())
            .put(schema.version(), entry);
      }
    }
    return found;
  }

  private Map<String, List<JsonNode>> entries(String type) {
    Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    for (Schema schema : schemas) {
      Set<String> names = sources.getOrDefault(type, Map.of()).get(schema.version());
      if (names != null) {
        found.put(
            schema.version(), names.stream().map(name -> schema.entries().get(name)).toList());
      }
    }
    return found;
  }

  private Command command(Map.Entry<String, Map<String, JsonNode>> command) {
    Map<String, JsonNode> versions = command.getValue();
    String arguments = wholeType(versions);
    return new Command(
        command.getKey(),
        marks(versions),
        struct(arguments, entries(arguments)),
        Optional.of(arguments).filter(name -> !name.startsWith("q_")),
        ref(types(versions, "ret-type")),
        newest(versions).has("allow-oob"));
  }

  private Event event(Map.Entry<String, Map<String, JsonNode>> event) {
    String data = wholeType(event.getValue());
    return new Event(event.getKey(), marks(event.getValue()), struct(data, entries(data)));
  }

  /** What the arguments of a command or the data of an event are. */
  private String wholeType(Map<String, JsonNode> versions) {
    Map<String, String> types = types(versions, "arg-type");
    String name =
        types.values().stream().filter(type -> !type.equals("q_empty")).findFirst().orElse("");
    if (name.isEmpty()) {
      return "q_empty";
    }
    types.forEach((version, type) -> changed |= source(name, version, type));
    used.add(name);
    return name;
  }

  private static Map<String, String> types(Map<String, JsonNode> versions, String field) {
    Map<String, String> types = new LinkedHashMap<>();
    versions.forEach((version, entry) -> types.put(version, entry.path(field).asText()));
    return types;
  }

  private static <T> T newest(Map<String, T> versions) {
    return versions.values().iterator().next();
  }

  private static Marks marks(Map<String, JsonNode> versions) {
    Set<String> features = new LinkedHashSet<>();
    newest(versions).path("features").forEach(feature -> features.add(feature.asText()));
    return new Marks(versions.keySet(), features);
  }

  /** What stands for a type that each version names in its own way. */
  private Ref ref(Map<String, String> versions) {
    String newest = newest(versions);
    if (newest.equals("q_empty")) {
      return new Empty();
    }
    if (newest.startsWith("[")) {
      Map<String, String> items = new LinkedHashMap<>();
      versions.forEach((version, type) -> items.put(version, type.substring(1, type.length() - 1)));
      return new ListOf(ref(items));
    }
    if (!sources.containsKey(newest)) {
      return new Builtin(newest);
    }
    String name = current(newest);
    used.add(name);
    versions.forEach((version, type) -> {
      // A string may have become an enumeration, whose values are open.
      if (!type.equals("str")) {
        changed |= source(name, version, type);
      }
    });
    return new Named(name);
  }

  private Struct struct(String type, Map<String, List<JsonNode>> entries) {
    List<Member> members = members(entries);
    Optional<Union> union =
        entries.values().stream()
            .flatMap(List::stream)
            .filter(entry -> entry.has("variants"))
            .findFirst()
            .map(entry -> new Union(entry.path("tag").asText(), cases(entries, tagValues(entry))));
    Map<String, JsonNode> first = new LinkedHashMap<>();
    entries.forEach((version, list) -> first.put(version, list.get(0)));
    Marks marks = entries.isEmpty() ? new Marks(Set.of(), Set.of()) : marks(first);
    return new Struct(type, marks, members, union);
  }

  /** The members that the objects of each version have together. */
  private List<Member> members(Map<String, List<JsonNode>> objects) {
    Map<String, Map<String, JsonNode>> members = new LinkedHashMap<>();
    Set<String> optional = new HashSet<>();
    objects.forEach((version, list) -> {
      for (JsonNode object : list) {
        for (JsonNode member : object.path("members")) {
          members.computeIfAbsent(name(member), name -> new LinkedHashMap<>()).put(version, member);
          if (member.has("default")) {
            optional.add(name(member));
          }
        }
      }
      List<JsonNode> telling = isPartial(version) ? List.of() : list;
      for (JsonNode object : telling) {
        Set<String> there = new HashSet<>();
        object.path("members").forEach(member -> there.add(name(member)));
        members.keySet().stream().filter(name -> !there.contains(name)).forEach(optional::add);
      }
    });
    Set<String> complete = new HashSet<>(objects.keySet());
    complete.removeIf(this::isPartial);
    List<Member> merged = new ArrayList<>();
    members.forEach((name, versions) ->
        merged.add(
            new Member(
                name,
                ref(types(versions, "type")),
                !optional.contains(name) && versions.keySet().containsAll(complete),
                marks(versions))));
    return merged;
  }

  private boolean isPartial(String version) {
    return schemas.stream().anyMatch(s -> s.partial() && s.version().equals(version));
  }

  /** What the newest version says of the values of a union's tag. */
  private Map<String, Set<String>> tagValues(JsonNode union) {
    Map<String, Set<String>> features = new HashMap<>();
    for (JsonNode member : union.path("members")) {
      if (name(member).equals(union.path("tag").asText())) {
        JsonNode words = schemas.get(0).entries().get(member.path("type").asText());
        if (words != null) {
          words
              .path("members")
              .forEach(v -> features.put(name(v), marks(Map.of("", v)).features()));
        }
      }
    }
    return features;
  }

  private List<Case> cases(Map<String, List<JsonNode>> unions, Map<String, Set<String>> features) {
    Map<String, Map<String, String>> branches = new LinkedHashMap<>();
    unions.forEach((version, list) -> {
      for (JsonNode union : list) {
        for (JsonNode variant : union.path("variants")) {
          branches
              .computeIfAbsent(variant.path("case").asText(), value -> new LinkedHashMap<>())
              .put(version, variant.path("type").asText());
        }
      }
    });
    List<Case> cases = new ArrayList<>();
    branches.forEach(
        (value, types) -> cases.add(oneCase(value, types, features.getOrDefault(value, Set.of()))));
    return cases;
  }

  private Case oneCase(String value, Map<String, String> types, Set<String> features) {
    Map<String, List<JsonNode>> objects = new LinkedHashMap<>();
    for (Schema schema : schemas) {
      String type = types.getOrDefault(schema.version(), schema.partial() ? newest(types) : "");
      if (schema.entries().containsKey(type)) {
        objects.put(schema.version(), List.of(schema.entries().get(type)));
      }
    }
    Optional<String> nested =
        newest(objects).get(0).has("variants") ? Optional.of(newest(types)) : Optional.empty();
    nested.ifPresent(used::add);
    return new Case(value, new Marks(types.keySet(), features), members(objects), nested);
  }

  private static Words words(String type, Map<String, List<JsonNode>> entries) {
    Map<String, Map<String, JsonNode>> values = new LinkedHashMap<>();
    Map<String, JsonNode> first = new LinkedHashMap<>();
    entries.forEach((version, list) -> {
      first.put(version, list.get(0));
      for (JsonNode entry : list) {
        for (JsonNode value : entry.path("members")) {
          values.computeIfAbsent(name(value), name -> new LinkedHashMap<>()).put(version, value);
        }
      }
    });
    List<Value> merged = new ArrayList<>();
    values.forEach((value, versions) -> merged.add(new Value(value, marks(versions))));
    return new Words(type, marks(first), merged);
  }

  private Alternate alternate(String type, Map<String, List<JsonNode>> entries) {
    Set<Ref> kinds = new LinkedHashSet<>();
    Map<String, JsonNode> first = new LinkedHashMap<>();
    entries.forEach((version, list) -> {
      first.put(version, list.get(0));
      for (JsonNode kind : list.get(0).path("members")) {
        kinds.add(ref(Map.of(version, kind.path("type").asText())));
      }
    });
    return new Alternate(type, marks(first), List.copyOf(kinds));
  }
}
