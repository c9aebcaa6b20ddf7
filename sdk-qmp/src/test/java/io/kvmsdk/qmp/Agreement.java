package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.qmp.generator.Naming;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the generated types with a schema, from its commands and events on, by what a user's
 * code sees of them: member by member, with types and whether they may be absent.
 */
public final class Agreement {

  private final Map<String, JsonNode> entries = new HashMap<>();
  private final String root;
  private final @Nullable String version;
  private final Set<String> seen = new HashSet<>();

  public final List<String> problems = new ArrayList<>();

  /** Strings of the schema that are words of ours. */
  public final Set<String> wordsForStrings = new TreeSet<>();

  /** Members that the schema lacks, though ours are not marked as of other versions. */
  public final Set<String> lackingMembers = new TreeSet<>();

  /** Values and arms that it lacks in that way. */
  public final Set<String> lackingValues = new TreeSet<>();

  public final Set<Class<?>> types = new HashSet<>();
  public final Set<Method> optional = new HashSet<>();
  public final Set<Method> seenAbsent = new HashSet<>();
  public int commands;
  public int events;
  public int members;
  public int values;

  /**
   * A comparison.
   *
   * @param version which of the versions that the types are from it is; null for another one
   */
  public Agreement(JsonNode schema, String root, @Nullable String version) {
    schema.forEach(entry -> entries.put(entry.path("name").asText(), entry));
    this.root = root;
    this.version = version;
  }

  /** Compares all. */
  public void compare() {
    for (JsonNode entry : entries.values()) {
      String name = entry.path("name").asText();
      switch (entry.path("meta-type").asText()) {
        case "command" -> command(name, entry);
        case "event" -> event(name, entry);
        default -> {}
      }
    }
  }

  private void problem(String where, String what) {
    problems.add(where + ": " + what);
  }

  private @Nullable Class<?> find(String name, String simpleName) {
    try {
      Class<?> type = Class.forName(root + "." + simpleName);
      QmpName qemu = type.getAnnotation(QmpName.class);
      if (qemu == null || !qemu.value().equals(name)) {
        problem(name, "its class is named " + qemu);
      }
      if (isOfOther(type)) {
        problem(name, "it is marked as of other versions");
      }
      return type;
    } catch (ClassNotFoundException e) {
      problem(name, "missing");
      return null;
    }
  }

  private void command(String name, JsonNode entry) {
    commands++;
    Class<?> type = find(name, "command." + Naming.command(name));
    if (type != null) {
      object(name, entry(entry, "arg-type"), type);
      Type result = ((ParameterizedType) type.getGenericSuperclass()).getActualTypeArguments()[0];
      value(name + " returns", entry(entry, "ret-type"), result);
    }
  }

  private void event(String name, JsonNode entry) {
    events++;
    Class<?> type = find(name, "event." + Naming.event(name));
    if (type != null) {
      object(name, entry(entry, "arg-type"), type);
    }
  }

  private JsonNode entry(JsonNode of, String field) {
    return Objects.requireNonNull(entries.get(of.path(field).asText()), field);
  }

  /** Whether a mark says that an element is not in this schema. */
  private boolean isOfOther(AnnotatedElement element) {
    InSchema in = element.getAnnotation(InSchema.class);
    return in != null && version != null && !Arrays.asList(in.value()).contains(version);
  }

  private void missingHere(String where, AnnotatedElement element, Set<String> lacking) {
    InSchema in = element.getAnnotation(InSchema.class);
    boolean other = in != null && (version == null || isOfOther(element));
    if (!other) {
      lacking.add(where);
    }
  }

  private void object(String where, JsonNode entry, Class<?> type) {
    if (!seen.add(entry.path("name").asText() + " " + type.getName())) {
      return;
    }
    types.add(type);
    Optional<Method> whole =
        Arrays.stream(type.getMethods()).filter(m -> m.getName().equals("argument")).findAny();
    whole.ifPresent(argument -> object(where, entry, argument.getReturnType()));
    boolean union = type.isSealed();
    if (entry.has("variants") && !union) {
      if (whole.isEmpty()) {
        problem(where, "a union, here it is none");
      }
      return;
    }
    Map<String, JsonNode> base = new HashMap<>();
    entry.path("members").forEach(member -> base.put(member.path("name").asText(), member));
    members(where, base, type);
    if (union) {
      arms(where, entry, base, type);
    }
  }

  private void arms(String where, JsonNode entry, Map<String, JsonNode> base, Class<?> type) {
    Set<Class<?>> arms = new HashSet<>();
    for (JsonNode variant : entry.path("variants")) {
      String value = variant.path("case").asText();
      Class<?> arm =
          ((QmpType<?>) constant(type, "TYPE"))
              .of(JsonNodeFactory.instance.objectNode().put(entry.path("tag").asText(), value))
              .getClass();
      if (arm.getSimpleName().endsWith("Unknown")) {
        problem(where, "no arm for " + value);
        continue;
      }
      if (isOfOther(arm)) {
        problem(where, value + " is marked as of other versions");
      }
      arms.add(arm);
      JsonNode branch = entry(variant, "type");
      Map<String, JsonNode> all = new HashMap<>(base);
      branch.path("members").forEach(member -> all.put(member.path("name").asText(), member));
      String armWhere = where + "(" + value + ")";
      types.add(arm);
      members(armWhere, all, arm);
      if (branch.has("variants")) {
        Arrays.stream(arm.getDeclaredMethods())
            .filter(m -> m.getReturnType().isSealed())
            .findAny()
            .ifPresentOrElse(
                nested -> object(armWhere, branch, nested.getReturnType()),
                () -> problem(armWhere, "the union within is missing"));
      }
    }
    for (Class<?> arm : type.getPermittedSubclasses()) {
      if (!arms.contains(arm) && arm.isAnnotationPresent(QmpName.class)) {
        missingHere(where + " " + arm.getSimpleName(), arm, lackingValues);
      } else if (!arm.isAnnotationPresent(QmpName.class)) {
        types.add(arm);
      }
    }
  }

  private static Object constant(Class<?> type, String name) {
    try {
      return type.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, Method> readers(Class<?> type) {
    Map<String, Method> readers = new HashMap<>();
    for (Method method : type.getMethods()) {
      QmpName name = method.getAnnotation(QmpName.class);
      if (name != null && !Modifier.isStatic(method.getModifiers())) {
        readers.put(name.value(), method);
      }
    }
    return readers;
  }

  private void members(String where, Map<String, JsonNode> expected, Class<?> type) {
    Map<String, Method> readers = readers(type);
    expected.forEach((name, member) -> {
      Method reader = readers.remove(name);
      if (reader == null) {
        problem(where + "." + name, "missing in " + type.getSimpleName());
      } else {
        member(where + "." + name, member, reader);
      }
    });
    readers.forEach((name, reader) -> {
      missingHere(where + "." + name, reader, lackingMembers);
      absence(where + "." + name, reader);
    });
    Setters.missing(type).forEach(name -> problem(where, "no setter for " + name));
  }

  private void absence(String where, Method reader) {
    seenAbsent.add(reader);
    if (!reader.getReturnType().equals(Optional.class)) {
      problem(where, "may be absent, here it must be there");
    }
  }

  private void member(String where, JsonNode member, Method reader) {
    members++;
    if (isOfOther(reader)) {
      problem(where, "it is marked as of other versions");
    }
    Type type = reader.getGenericReturnType();
    if (member.has("default")) {
      absence(where, reader);
    }
    if (reader.getReturnType().equals(Optional.class)) {
      optional.add(reader);
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    JsonNode expected = entry(member, "type");
    value(where, expected, type);
  }

  private void value(String where, JsonNode expected, Type type) {
    String name = expected.path("name").asText();
    String meta = expected.path("meta-type").asText();
    if (type instanceof ParameterizedType list) {
      if (list.getRawType() == List.class && meta.equals("array")) {
        value(where + "[]", entry(expected, "element-type"), list.getActualTypeArguments()[0]);
        return;
      }
      problem(where, meta + " " + name + " is a list here");
      return;
    }
    Class<?> java = Setters.boxed((Class<?>) type);
    boolean same =
        switch (meta) {
          case "builtin" ->
              switch (name) {
                case "str" -> java == String.class || isWords(where, java);
                case "int" -> java == Long.class;
                case "number" -> java == Double.class;
                case "bool" -> java == Boolean.class;
                case "any" -> java == JsonNode.class;
                default -> false;
              };
          case "enum" -> QmpEnum.class.isAssignableFrom(java);
          case "object" -> QmpObject.class.isAssignableFrom(java);
          case "alternate" -> QmpAlternate.class.isAssignableFrom(java);
          default -> false;
        };
    if (!same) {
      problem(where, meta + " " + name + " is a " + type.getTypeName() + " here");
      return;
    }
    switch (meta) {
      case "enum" -> words(expected, java);
      case "object" -> object(java.getSimpleName(), expected, java);
      case "alternate" -> alternate(java.getSimpleName(), expected, java);
      default -> {}
    }
  }

  private boolean isWords(String where, Class<?> java) {
    return QmpEnum.class.isAssignableFrom(java) && wordsForStrings.add(where);
  }

  private void words(JsonNode expected, Class<?> java) {
    if (!seen.add(expected.path("name").asText() + " " + java.getName())) {
      return;
    }
    types.add(java);
    Map<String, java.lang.reflect.Field> ours = new HashMap<>();
    for (java.lang.reflect.Field field : java.getFields()) {
      if (field.getType() == java) {
        ours.put(((QmpEnum) constant(java, field.getName())).value(), field);
      }
    }
    for (JsonNode member : expected.path("members")) {
      values++;
      String value = member.path("name").asText();
      java.lang.reflect.Field field = ours.remove(value);
      if (field == null) {
        problem(java.getSimpleName(), "value " + value + " is missing");
      } else if (isOfOther(field)) {
        problem(java.getSimpleName(), "value " + value + " is marked as of other versions");
      }
    }
    ours.forEach(
        (value, field) -> missingHere(java.getSimpleName() + " = " + value, field, lackingValues));
  }

  private void alternate(String where, JsonNode expected, Class<?> java) {
    if (!seen.add(expected.path("name").asText() + " " + java.getName())) {
      return;
    }
    types.add(java);
    Map<String, Method> readers = new HashMap<>();
    readers(java).values().forEach(reader -> readers.put(kind(reader), reader));
    for (JsonNode member : expected.path("members")) {
      JsonNode branch = entry(member, "type");
      String kind = kind(branch);
      Method reader = readers.remove(kind);
      if (reader == null) {
        problem(where, "no " + kind);
      } else if (!kind.equals("null")) {
        value(
            where + " " + kind,
            branch,
            ((ParameterizedType) reader.getGenericReturnType()).getActualTypeArguments()[0]);
      }
    }
    readers.keySet().forEach(kind -> problem(where, "has a " + kind + " too many"));
  }

  private static String kind(JsonNode entry) {
    String meta = entry.path("meta-type").asText();
    return meta.equals("builtin") ? entry.path("name").asText() : meta;
  }

  private static String kind(Method reader) {
    String name = reader.getAnnotation(QmpName.class).value();
    if (Set.of("str", "int", "bool", "null").contains(name)) {
      return name;
    } else if (name.startsWith("[")) {
      return "array";
    }
    Type type = ((ParameterizedType) reader.getGenericReturnType()).getActualTypeArguments()[0];
    return QmpEnum.class.isAssignableFrom((Class<?>) type) ? "enum" : "object";
  }
}
