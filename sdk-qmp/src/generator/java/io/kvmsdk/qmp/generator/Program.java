package io.kvmsdk.qmp.generator;

import io.kvmsdk.qmp.generator.Model.Builtin;
import io.kvmsdk.qmp.generator.Model.Case;
import io.kvmsdk.qmp.generator.Model.Empty;
import io.kvmsdk.qmp.generator.Model.ListOf;
import io.kvmsdk.qmp.generator.Model.Marks;
import io.kvmsdk.qmp.generator.Model.Named;
import io.kvmsdk.qmp.generator.Model.Ref;
import io.kvmsdk.qmp.generator.Model.Struct;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a program's schemas are called in Java: QEMU's, or the guest agent's.
 *
 * @param title what is said in documentation, such as {@code QEMU}
 * @param root the package around the others
 */
record Program(String title, String root, Model model, Map<String, String> arms) {

  static Program of(String title, String root, Model model) {
    Map<String, String> arms = new HashMap<>();
    Set<String> taken = new HashSet<>();
    model.structs().forEach(type -> taken.add(type.name().toLowerCase(Locale.ROOT)));
    model.words().forEach(type -> taken.add(type.name().toLowerCase(Locale.ROOT)));
    model.alternates().forEach(type -> taken.add(type.name().toLowerCase(Locale.ROOT)));
    for (Struct struct : model.structs()) {
      struct
          .union()
          .ifPresent(union -> {
            for (Case one : union.arms()) {
              String arm = Naming.arm(struct.name(), one.value(), taken);
              if (arms.containsValue(arm)) {
                throw new IllegalStateException("two arms would be called " + arm);
              }
              arms.put(struct.name() + " " + one.value(), arm);
            }
          });
    }
    return new Program(title, root, model, arms);
  }

  String types() {
    return root + ".type";
  }

  /** The types of the package of types. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(arms.values());
    model.structs().forEach(type -> names.add(Naming.type(type.name())));
    model.words().forEach(type -> names.add(Naming.type(type.name())));
    model.alternates().forEach(type -> names.add(Naming.type(type.name())));
    return names;
  }

  String arm(String union, Case one) {
    return arms.getOrDefault(union + " " + one.value(), plain(union));
  }

  /** The arm for all cases without members of their own. */
  static String plain(String union) {
    return union + "Plain";
  }

  static String unknown(String union) {
    return union + "Unknown";
  }

  String type(JavaFile file, String name) {
    return file.useOf(types(), Naming.type(name));
  }

  /** The Java type of a value, where it must be an object. */
  String boxed(JavaFile file, Ref ref) {
    if (ref instanceof Named named) {
      return type(file, named.name());
    } else if (ref instanceof ListOf list) {
      return file.use("List") + "<" + boxed(file, list.item()) + ">";
    } else if (ref instanceof Empty) {
      return file.use("QmpObject");
    }
    return switch (((Builtin) ref).name()) {
      case "str" -> "String";
      case "int" -> "Long";
      case "number" -> "Double";
      case "bool" -> "Boolean";
      case "any" -> file.use("JsonNode");
      default -> throw new IllegalStateException("a value of " + ref);
    };
  }

  /** The Java type of a value that is there. */
  String plain(JavaFile file, Ref ref) {
    if (ref instanceof Builtin builtin) {
      switch (builtin.name()) {
        case "int":
          return "long";
        case "number":
          return "double";
        case "bool":
          return "boolean";
        default:
          break;
      }
    }
    return boxed(file, ref);
  }

  /** What reads and writes a value. */
  String codec(JavaFile file, Ref ref) {
    if (ref instanceof Named named) {
      return type(file, named.name()) + ".TYPE";
    } else if (ref instanceof ListOf list) {
      return file.use("QmpType") + ".list(" + codec(file, list.item()) + ")";
    } else if (ref instanceof Empty) {
      return file.use("QmpObject") + ".TYPE";
    }
    return file.use("QmpType")
        + switch (((Builtin) ref).name()) {
          case "str" -> ".STRING";
          case "int" -> ".INTEGER";
          case "number" -> ".NUMBER";
          case "bool" -> ".BOOLEAN";
          case "any" -> ".ANY";
          default -> throw new IllegalStateException("a value of " + ref);
        };
  }

  /** A comment and the annotations before an element. */
  String documented(JavaFile file, String indent, String comment, Marks marks) {
    StringBuilder text = new StringBuilder(indent + "/** " + comment);
    if (!isEverywhere(marks)) {
      text.append(" Only in ").append(title).append(" ");
      text.append(String.join(", ", marks.versions())).append(".");
    }
    if (marks.features().contains("unstable")) {
      text.append(" Unstable.");
    }
    if (marks.features().contains("deprecated")) {
      text.append("\n" + indent + " *\n" + indent + " * @deprecated " + title + " says so.");
      text.append("\n" + indent);
    }
    return text.append(" */\n").append(annotations(file, indent, marks)).toString();
  }

  private boolean isEverywhere(Marks marks) {
    return marks.versions().containsAll(model.versions());
  }

  /** The annotations alone. */
  String annotations(JavaFile file, String indent, Marks marks) {
    StringBuilder text = new StringBuilder();
    if (!isEverywhere(marks)) {
      text.append(indent).append("@").append(file.use("InSchema"));
      text.append("(").append(texts(List.copyOf(marks.versions()))).append(")\n");
    }
    if (marks.features().contains("unstable")) {
      text.append(indent).append("@").append(file.use("Unstable")).append("\n");
    }
    if (marks.features().contains("deprecated")) {
      text.append(indent).append("@Deprecated\n");
    }
    return text.toString();
  }

  private static String texts(List<String> values) {
    return values.size() == 1
        ? "\"" + values.get(0) + "\""
        : "{\"" + String.join("\", \"", values) + "\"}";
  }
}
