package io.kvmsdk.qmp.generator;

import io.kvmsdk.qmp.generator.Model.Command;
import io.kvmsdk.qmp.generator.Model.Event;
import io.kvmsdk.qmp.generator.Model.Member;
import io.kvmsdk.qmp.generator.Model.Struct;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes commands and events. */
final class Calls {

  private final Program program;
  private final Output output;

  Calls(Program program, Output output) {
    this.program = program;
    this.output = output;
  }

  void write(Command command) {
    String type = Naming.command(command.name());
    JavaFile file = new JavaFile(program.root() + ".command", type, siblings());
    Struct arguments = command.arguments();
    Members members = new Members(program, file);
    String result = program.boxed(file, command.result());
    file.add(
        "%s@%s(\"%s\")\npublic final class %s extends %s<%s> {\n",
        program.documented(
            file,
            "",
            program.title()
                + "'s command {@code "
                + command.name()
                + "}."
                + (command.outOfBand() ? " It can be executed out of band." : ""),
            command.marks()),
        file.use("QmpName"),
        command.name(),
        type,
        file.use("TypedCommand"),
        result);
    boolean union = arguments.union().isPresent();
    file.add(
        """

          /** How its arguments are read and written. */
          public static final %2$s<%1$s> TYPE =
              %2$s.object("%3$s", %1$s::new, %4$s);
        """,
        type,
        file.use("QmpType"),
        command.name(),
        members.names(arguments.members(), Structs.membersOfCases(arguments)));
    if (!union && arguments.members().stream().noneMatch(Member::mandatory)) {
      file.add(
          """

            /** The command without arguments. */
            public static final %1$s INSTANCE = builder().build();
          """,
          type);
    }
    file.add(
        """

          private %1$s(%2$s arguments) {
            super(TYPE, %3$s, arguments);
          }

          /** One with arguments out of JSON, of which it keeps a copy. */
          public static %1$s of(%4$s arguments) {
            return TYPE.of(arguments);
          }
        """,
        type, file.use("ObjectNode"), program.codec(file, command.result()), file.use("JsonNode"));
    command.boxed().ifPresent(boxed -> boxed(file, type, boxed));
    if (union) {
      output.write(file.add("}\n"));
      return;
    }
    members
        .readers(arguments.members(), "name", "arguments", "argument")
        .builder(type, "")
        .setters(arguments.members())
        .end();
    output.write(file);
  }

  private void boxed(JavaFile file, String type, String argument) {
    file.add(
        """

          /** One whose arguments are those of {@code argument}. */
          public static %1$s of(%2$s argument) {
            return TYPE.of(argument.toJson());
          }

          /** Its arguments as a whole. */
          public %2$s argument() {
            return as(%2$s.TYPE);
          }
        """,
        type, program.type(file, argument));
  }

  void write(Event event) {
    String type = Naming.event(event.name());
    if (event.data().union().isPresent()) {
      throw new IllegalStateException("the data of " + event.name() + " is a union");
    }
    JavaFile file = new JavaFile(program.root() + ".event", type, siblings());
    Members members = new Members(program, file);
    file.add(
        "%s@%s(\"%s\")\npublic final class %s extends %s {\n",
        program.documented(
            file, "", program.title() + "'s event {@code " + event.name() + "}.", event.marks()),
        file.use("QmpName"),
        event.name(),
        type,
        file.use("QmpEvent"));
    file.add(
        """

          private static final %2$s<%3$s> DATA =
              %2$s.data("%4$s", %5$s);

          %1$s(%6$s data, %7$s timestamp) {
            super(DATA, data, timestamp);
          }

          /** One as %8$s tells it, for tests of what listens. */
          public static %1$s of(%9$s data, %7$s timestamp) {
            return new %1$s(DATA.of(data).toJson(), timestamp);
          }
        """,
        type,
        file.use("QmpType"),
        file.use("QmpObject"),
        event.name(),
        members.names(event.data().members(), List.of()),
        file.use("ObjectNode"),
        file.use("Instant"),
        program.title(),
        file.use("JsonNode"));
    members.readers(event.data().members(), "name", "data", "timestamp");
    output.write(file.add("}\n"));
  }

  /** What makes each event, by its name. */
  void allEvents() {
    JavaFile file = new JavaFile(program.root() + ".event", "AllEvents", siblings());
    String cases =
        program.model().events().stream()
            .map(event ->
                "          case \"%s\" -> new %s(data, timestamp);\n"
                    .formatted(event.name(), Naming.event(event.name())))
            .collect(Collectors.joining());
    file.add(
        """
        /** Makes the events of this package, for {@link %1$s}. */
        public final class AllEvents implements %1$s.Types {

          /** For {@link java.util.ServiceLoader}. */
          public AllEvents() {}

          @Override
          @SuppressWarnings("deprecation") // QEMU may still tell what it deprecates
          public %2$s<%1$s> make(String name, %3$s data, %4$s timestamp) {
            return %2$s.ofNullable(
                switch (name) {
        %5$s          default -> null;
                });
          }
        }
        """,
        file.use("QmpEvent"),
        file.use("Optional"),
        file.use("ObjectNode"),
        file.use("Instant"),
        cases);
    output.write(file);
  }

  private static Set<String> siblings() {
    return Set.of();
  }
}
