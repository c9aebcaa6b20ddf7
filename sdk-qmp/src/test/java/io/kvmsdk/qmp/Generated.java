package io.kvmsdk.qmp;

import io.kvmsdk.qmp.type.StatusInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was generated, for tests of all of it. */
public final class Generated {

  private Generated() {}

  /** The names of the classes of a package, such as {@code io.kvmsdk.qmp.type}. */
  static Set<String> classes(String name) throws Exception {
    Path classes =
        Path.of(StatusInfo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> names = new TreeSet<>();
    Path path = classes.resolve(name.replace('.', '/'));
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        files
            .map(file -> file.getFileName().toString().replace(".class", ""))
            .filter(type -> !type.contains("$") && !type.contains("-"))
            .filter(type -> !type.equals("AllEvents"))
            .forEach(type -> names.add(name + "." + type));
      }
    }
    return names;
  }

  /** The commands that only ask, and need no arguments. */
  public static List<TypedCommand<?>> queries() throws Exception {
    List<TypedCommand<?>> queries = new ArrayList<>();
    for (String name : classes("io.kvmsdk.qmp.command")) {
      Class<?> type = Class.forName(name);
      if (type.getAnnotation(QmpName.class).value().contains("query-")) {
        for (var field : type.getFields()) {
          if (field.getName().equals("INSTANCE")) {
            queries.add((TypedCommand<?>) field.get(null));
          }
        }
      }
    }
    return queries;
  }

  /**
   * Reads each member of a value, and of what is in it.
   *
   * @param unknown is told the members that have no method
   */
  public static void readAll(Object value, Set<String> unknown) throws Exception {
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      readAll(optional.get(), unknown);
    } else if (value instanceof List<?> list) {
      for (Object one : list) {
        readAll(one, unknown);
      }
    } else if (value instanceof QmpObject object) {
      object
          .unknownMembers()
          .keySet()
          .forEach(name -> unknown.add(value.getClass().getSimpleName() + "." + name));
      if (value.getClass().getSimpleName().endsWith("Unknown")) {
        unknown.add(object.toString());
      }
      readMembers(value, unknown);
    } else if (value instanceof QmpAlternate) {
      readMembers(value, unknown);
    }
  }

  private static void readMembers(Object value, Set<String> unknown) throws Exception {
    for (Method method : value.getClass().getMethods()) {
      if (method.isAnnotationPresent(QmpName.class) && !Modifier.isStatic(method.getModifiers())) {
        readAll(method.invoke(value), unknown);
      }
    }
  }
}
