package io.kvmsdk.qmp.generator;

import io.kvmsdk.qmp.generator.Model.Alternate;
import io.kvmsdk.qmp.generator.Model.Builtin;
import io.kvmsdk.qmp.generator.Model.ListOf;
import io.kvmsdk.qmp.generator.Model.Named;
import io.kvmsdk.qmp.generator.Model.Ref;
import io.kvmsdk.qmp.generator.Model.Value;
import io.kvmsdk.qmp.generator.Model.Words;
import java.util.Set;

/** Writes enumerations and alternates. */
final class Values {

  private final Program program;
  private final Output output;
  private final Set<String> siblings;

  Values(Program program, Output output) {
    this.program = program;
    this.output = output;
    this.siblings = program.names();
  }

  private JavaFile file(String name) {
    return new JavaFile(program.types(), name, siblings);
  }

  void write(Words words) {
    String type = Naming.type(words.name());
    JavaFile file = file(type);
    file.add(
        """
        /**
         * %s's {@code %s}. Open: a value that a newer one has beyond the constants is read and
         * written as well.
         *
         * @param value as it is written
         */
        %s@%s("%s")
        public record %s(String value) implements %s {
        """,
        program.title(),
        words.name(),
        program.annotations(file, "", words.marks()),
        file.use("QmpName"),
        words.name(),
        type,
        file.use("QmpEnum"));
    for (Value value : words.values()) {
      file.add(
          "\n%s  public static final %s %s = new %2$s(\"%s\");\n",
          program.documented(file, "  ", "{@code " + value.value() + "}.", value.marks()),
          type,
          Naming.constant(value.value()),
          value.value());
    }
    file.add(
        """

          /** How it is read and written. */
          public static final %2$s<%1$s> TYPE = %2$s.words("%3$s", %1$s::new);

          /** As it is written. */
          @Override
          public String toString() {
            return value;
          }
        }
        """,
        type, file.use("QmpType"), words.name());
    output.write(file);
  }

  void write(Alternate alternate) {
    String type = Naming.type(alternate.name());
    JavaFile file = file(type);
    file.add(
        """
        %s@%s("%s")
        public final class %s extends %s {
        """,
        program.documented(
            file, "", program.title() + "'s {@code " + alternate.name() + "}.", alternate.marks()),
        file.use("QmpName"),
        alternate.name(),
        type,
        file.use("QmpAlternate"));
    file.add(
        """

          /** How it is read and written. */
          public static final %2$s<%1$s> TYPE = %2$s.alternate("%3$s", %1$s::new);

          private %1$s(%4$s json) {
            super("%3$s", json);
          }

          /** One out of JSON, of which it keeps a copy. */
          public static %1$s of(%4$s json) {
            return TYPE.of(json);
          }
        """,
        type, file.use("QmpType"), alternate.name(), file.use("JsonNode"));
    alternate.kinds().forEach(kind -> kind(file, type, kind));
    output.write(file.add("}\n"));
  }

  private void kind(JavaFile file, String type, Ref kind) {
    if (kind.equals(new Builtin("null"))) {
      file.add(
          """

            /** The one that is {@code null}. */
            public static %1$s ofNull() {
              return of(%2$s.getInstance());
            }

            /** Whether it is {@code null}. */
            @%3$s("null")
            public boolean isNull() {
              return toJson().isNull();
            }
          """,
          type, file.use("NullNode"), file.use("QmpName"));
      return;
    }
    file.add(
        """

          /** One that is a {@code %5$s}. */
          public static %1$s of(%2$s value) {
            return new %1$s(json(%3$s, value));
          }

          /** The value, if it is a {@code %5$s}. */
          @%7$s("%5$s")
          public %6$s<%8$s> %4$s() {
            return as(%3$s);
          }
        """,
        type,
        program.plain(file, kind),
        program.codec(file, kind),
        method(kind),
        qemuName(kind),
        file.use("Optional"),
        file.use("QmpName"),
        program.boxed(file, kind));
  }

  static String qemuName(Ref ref) {
    if (ref instanceof ListOf list) {
      return "[" + qemuName(list.item()) + "]";
    }
    return ref instanceof Named named ? named.name() : ((Builtin) ref).name();
  }

  private static String method(Ref kind) {
    if (kind instanceof ListOf list) {
      return method(list.item()) + "List";
    } else if (kind instanceof Named named) {
      return Naming.member(named.name(), Set.of());
    }
    return switch (((Builtin) kind).name()) {
      case "str" -> "string";
      case "int" -> "integer";
      default -> ((Builtin) kind).name();
    };
  }
}
