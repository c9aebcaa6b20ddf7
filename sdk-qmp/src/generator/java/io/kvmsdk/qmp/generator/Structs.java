package io.kvmsdk.qmp.generator;

import io.kvmsdk.qmp.generator.Model.Case;
import io.kvmsdk.qmp.generator.Model.Marks;
import io.kvmsdk.qmp.generator.Model.Member;
import io.kvmsdk.qmp.generator.Model.Struct;
import io.kvmsdk.qmp.generator.Model.Union;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes objects, and unions with their arms. */
final class Structs {

  private final Program program;
  private final Output output;
  private final Set<String> siblings;

  Structs(Program program, Output output) {
    this.program = program;
    this.output = output;
    this.siblings = program.names();
  }

  private JavaFile file(String name) {
    return new JavaFile(program.types(), name, siblings);
  }

  void write(Struct struct) {
    if (struct.union().isPresent()) {
      union(struct, struct.union().get());
      return;
    }
    String type = Naming.type(struct.name());
    JavaFile file = file(type);
    Members members = new Members(program, file);
    head(file, struct.name(), struct.marks(), struct.name(), "", "final", type);
    file.add(" extends %s {\n", file.use("QmpObject"));
    body(file, struct.name(), type, "private ", members.names(struct.members(), List.of()));
    of(file, type);
    members.readers(struct.members()).builder(type, "").setters(struct.members()).end();
    output.write(file);
  }

  private void head(
      JavaFile file,
      String of,
      Marks marks,
      String name,
      String suppress,
      String kind,
      String type) {
    file.add(
        "%s%s@%s(\"%s\")\npublic %s class %s",
        program.documented(file, "", program.title() + "'s {@code " + of + "}.", marks),
        suppress,
        file.use("QmpName"),
        name,
        kind,
        type);
  }

  private static void body(JavaFile file, String name, String type, String access, String members) {
    file.add(
        """

          /** How it is read and written. */
          public static final %5$s<%1$s> TYPE =
              %5$s.object("%2$s", %1$s::new, %4$s);

          %3$s%1$s(%6$s json) {
            super(TYPE, json);
          }
        """,
        type, name, access, members, file.use("QmpType"), file.use("ObjectNode"));
  }

  private static void of(JavaFile file, String type) {
    file.add(
        """

          /** One out of JSON, of which it keeps a copy. */
          public static %1$s of(%2$s json) {
            return TYPE.of(json);
          }
        """,
        type, file.use("JsonNode"));
  }

  private void union(Struct struct, Union union) {
    String type = Naming.type(struct.name());
    JavaFile file = file(type);
    List<String> arms =
        new ArrayList<>(union.arms().stream().map(arm -> program.arm(struct.name(), arm)).toList());
    if (!union.plain().isEmpty()) {
      arms.add(Program.plain(type));
    }
    arms.add(Program.unknown(type));
    boolean deprecated =
        union.arms().stream().anyMatch(arm -> arm.marks().features().contains("deprecated"));
    String suppress = deprecated ? "@SuppressWarnings(\"deprecation\") // arms may be\n" : "";
    head(file, struct.name(), struct.marks(), struct.name(), suppress, "abstract sealed", type);
    file.add(" extends %s\n    permits %s {\n", file.use("QmpObject"), String.join(", ", arms));
    file.add(
        """

          /** How it is read and written. */
          public static final %2$s<%1$s> TYPE =
              %2$s.object("%3$s", %1$s::arm, %4$s.of(), %4$s.of());

          %1$s(%2$s<? extends %1$s> type, %5$s json) {
            super(type, json);
          }

          private static %1$s arm(%5$s json) {
            return switch (json.path("%6$s").asText()) {
        %7$s      default -> new %8$s(json);
            };
          }
        """,
        type,
        file.use("QmpType"),
        struct.name(),
        file.use("List"),
        file.use("ObjectNode"),
        union.tag(),
        choices(struct, union),
        Program.unknown(type));
    of(file, type);
    new Members(program, file).readers(struct.members());
    output.write(file.add("}\n"));
    union.arms().forEach(arm -> arm(struct, union, arm));
    if (!union.plain().isEmpty()) {
      plain(struct, union);
    }
    unknown(struct, type);
  }

  private String choices(Struct struct, Union union) {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    for (Case one : union.cases()) {
      cases
          .computeIfAbsent(program.arm(struct.name(), one), arm -> new ArrayList<>())
          .add('"' + one.value() + '"');
    }
    return cases.entrySet().stream()
        .map(arm ->
            "      case %s -> new %s(json);\n"
                .formatted(String.join(", ", arm.getValue()), arm.getKey()))
        .collect(Collectors.joining());
  }

  private void arm(Struct struct, Union union, Case one) {
    String type = program.arm(struct.name(), one);
    JavaFile file = file(type);
    Members members = new Members(program, file);
    List<Member> own = one.members().stream().map(m -> overriding(struct, m)).toList();
    List<Member> all = new ArrayList<>(struct.members());
    all.removeIf(base -> own.stream().anyMatch(m -> m.name().equals(base.name())));
    all.addAll(own);
    Optional<Struct> nested = one.nested().map(this::struct);
    String of = struct.name() + "} whose {@code " + union.tag() + "} is {@code " + one.value();
    head(file, of, one.marks(), one.value(), "", "final", type);
    file.add(" extends %s {\n", Naming.type(struct.name()));
    body(
        file,
        type,
        type,
        "",
        members.names(all, nested.map(Structs::membersOfCases).orElse(List.of())));
    members.readers(own);
    nested.ifPresent(inner ->
        file.add(
            """

              /** Its members that are a {@code %2$s}. */
              public %1$s %3$s() {
                return as(%1$s.TYPE);
              }
            """,
            Naming.type(inner.name()), inner.name(), Naming.member(inner.name(), Set.of())));
    String preset =
        "      put(\"%s\", %s.STRING, \"%s\");\n"
            .formatted(union.tag(), file.use("QmpType"), one.value());
    List<Member> settable = new ArrayList<>(all);
    settable.removeIf(member -> member.name().equals(union.tag()));
    members.builder(type, preset).setters(settable);
    nested.ifPresent(inner ->
        file.add(
            """

                /** Sets the members of a {@code %2$s}. */
                public Builder %3$s(%1$s value) {
                  return putAll(value);
                }
            """,
            Naming.type(inner.name()), inner.name(), Naming.member(inner.name(), Set.of())));
    members.end();
    output.write(file);
  }

  /**
   * What all cases had in an older version, and this one has now, is as the union's method says.
   */
  private static Member overriding(Struct struct, Member member) {
    return struct.members().stream().anyMatch(base -> base.name().equals(member.name()))
        ? new Member(member.name(), member.type(), false, member.marks())
        : member;
  }

  private Struct struct(String name) {
    return program.model().structs().stream()
        .filter(struct -> struct.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The names of what some case of a union has. */
  static List<String> membersOfCases(Struct struct) {
    return struct.union().map(Union::cases).orElse(List.of()).stream()
        .flatMap(one -> one.members().stream())
        .map(Member::name)
        .distinct()
        .toList();
  }

  private void plain(Struct struct, Union union) {
    String type = Program.plain(Naming.type(struct.name()));
    JavaFile file = file(type);
    Members members = new Members(program, file);
    String values =
        union.plain().stream()
            .map(one -> "{@code " + one.value() + "}")
            .collect(Collectors.joining(",\n * "));
    file.add(
        """
        /**
         * %s's {@code %s} without members of its own, whose {@code %s} is one of
         * %s.
         */
        public final class %s extends %s {
        """,
        program.title(), struct.name(), union.tag(), values, type, Naming.type(struct.name()));
    file.add(
        """

          /** How it is read and written. */
          public static final %3$s<%1$s> TYPE =
              %3$s.object("%1$s", %1$s::plain, %4$s);

          %1$s(%5$s json) {
            super(TYPE, json);
          }

          private static %1$s plain(%5$s json) {
            if (%2$s.of(json) instanceof %1$s plain) {
              return plain;
            }
            throw new IllegalArgumentException(
                json.path("%6$s").asText() + " has members of its own, or is not known");
          }
        """,
        type,
        Naming.type(struct.name()),
        file.use("QmpType"),
        members.names(struct.members(), List.of()),
        file.use("ObjectNode"),
        union.tag());
    members.builder(type, "").setters(struct.members()).end();
    output.write(file);
  }

  private void unknown(Struct struct, String union) {
    String type = Program.unknown(union);
    JavaFile file = file(type);
    file.add(
        """
        /** %s's {@code %s} of a kind that is not known here: a newer one's. */
        public final class %s extends %s {
        """,
        program.title(), struct.name(), type, union);
    body(file, type, type, "", new Members(program, file).names(struct.members(), List.of()));
    output.write(file.add("}\n"));
  }
}
