package io.kvmsdk.qmp.generator;

import io.kvmsdk.qmp.generator.Model.ListOf;
import io.kvmsdk.qmp.generator.Model.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what all classes with members have: what reads them, and a builder. */
final class Members {

  /** Methods without parameters that each such class has. */
  private static final Set<String> TAKEN =
      Set.of(
          "builder",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toJson",
          "toString",
          "unknownMembers",
          "wait");

  private final Program program;
  private final JavaFile file;

  Members(Program program, JavaFile file) {
    this.program = program;
    this.file = file;
  }

  /** The methods that read members; {@code more} are other methods of the class. */
  Members readers(List<Member> members, String... more) {
    Set<String> taken = new HashSet<>(TAKEN);
    taken.addAll(List.of(more));
    for (Member member : members) {
      String value =
          member.mandatory()
              ? program.plain(file, member.type())
              : file.use("Optional") + "<" + program.boxed(file, member.type()) + ">";
      file.add(
          """

          %s  @%s("%s")
            public %s %s() {
              return %s("%s", %s);
            }
          """,
          program.documented(file, "  ", described(member), member.marks()),
          file.use("QmpName"),
          member.name(),
          value,
          Naming.member(member.name(), taken),
          member.mandatory() ? "required" : "optional",
          member.name(),
          program.codec(file, member.type()));
    }
    return this;
  }

  private static String described(Member member) {
    return "{@code " + member.name() + "}, " + (member.mandatory() ? "mandatory." : "optional.");
  }

  /** The factories, and the builder up to its setters. */
  Members builder(String type, String preset) {
    file.add(
        """

          /** Begins one. */
          public static Builder builder() {
            return new Builder();
          }

          /** Begins another one, with all that this one has. */
          public Builder toBuilder() {
            return new Builder(this);
          }

          /** Builds one. */
          public static final class Builder extends %2$s<%1$s, Builder> {

            private Builder() {
              super(TYPE);
        %3$s    }

            private Builder(%1$s from) {
              super(TYPE);
              putAll(from);
            }
        """,
        type, file.use("QmpBuilder"), preset);
    return this;
  }

  Members setters(List<Member> members) {
    for (Member member : members) {
      String comment = "Sets " + described(member);
      file.add(
          """

          %s    public Builder %s(%s value) {
                return put("%s", %s, value);
              }
          """,
          program.documented(file, "    ", comment, member.marks()),
          Naming.member(member.name(), TAKEN),
          program.plain(file, member.type()),
          member.name(),
          program.codec(file, member.type()));
      if (member.type() instanceof ListOf list) {
        file.add(
            """

            %s    public Builder %s(%s value) {
                  return add("%s", %s, value);
                }
            """,
            program.documented(
                file, "    ", "Adds to {@code " + member.name() + "}.", member.marks()),
            Naming.adder(member.name()),
            program.plain(file, list.item()),
            member.name(),
            program.codec(file, list.item()));
      }
    }
    return this;
  }

  void end() {
    file.add("  }\n}\n");
  }

  /** Two lists of names: of members that must be there, and of the others. */
  String names(List<Member> members, List<String> others) {
    String mandatory =
        members.stream()
            .filter(Member::mandatory)
            .map(member -> '"' + member.name() + '"')
            .collect(Collectors.joining(", "));
    Set<String> optional =
        members.stream()
            .filter(member -> !member.mandatory())
            .map(Member::name)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    optional.addAll(others);
    String list = file.use("List");
    return list
        + ".of("
        + mandatory
        + "), "
        + list
        + ".of("
        + optional.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
        + ")";
  }
}
