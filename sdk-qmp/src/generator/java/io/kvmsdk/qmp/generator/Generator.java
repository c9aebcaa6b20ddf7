package io.kvmsdk.qmp.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the typed commands, events and types. A version more is a file more among its input. */
public final class Generator {

  private Generator() {}

  /**
   * Runs it.
   *
   * @param arguments the folder of the schemas, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void run(Path schemas, Path target) throws IOException {
    Output output = new Output(target);
    write(output, Program.of("QEMU", "io.kvmsdk.qmp", merged(schemas, "qemu")));
    write(
        output,
        Program.of("QEMU's guest agent", "io.kvmsdk.qmp.agent", merged(schemas, "guest-agent")));
    output.finish();
  }

  static Model merged(Path schemas, String program) throws IOException {
    List<Schema> found = Schema.load(schemas, program);
    if (found.isEmpty()) {
      throw new IOException("no schema of " + program + " in " + schemas);
    }
    return Merge.of(found);
  }

  private static void write(Output output, Program program) {
    Model model = program.model();
    Structs structs = new Structs(program, output);
    model.structs().forEach(structs::write);
    Values values = new Values(program, output);
    model.words().forEach(values::write);
    model.alternates().forEach(values::write);
    Calls calls = new Calls(program, output);
    model.commands().forEach(calls::write);
    packageInfo(output, program, "type", "types");
    packageInfo(output, program, "command", "commands");
    if (!model.events().isEmpty()) {
      model.events().forEach(calls::write);
      calls.allEvents();
      packageInfo(output, program, "event", "events");
    }
  }

  private static void packageInfo(Output output, Program program, String name, String what) {
    String folder = program.root() + "." + name;
    output.write(
        folder.replace('.', '/') + "/package-info.java",
        """
        /**
         * %s's %s, generated from the schemas of %s. There are more in this package than in others:
         * each is found by QEMU's name for it, and a cut by subject would be one more thing to know.
         *
         * <p>A name is split at {@code -}, {@code _} and {@code .}, and each part begins with a
         * capital: the command {@code block_resize} is {@code BlockResize}, the event {@code
         * BLOCK_JOB_READY} is {@code BlockJobReadyEvent}, the member {@code node-name} is {@code
         * nodeName()}, the value {@code io_uring} is {@code IO_URING}. Types are named as in the
         * schema; an arm of a union is called by the union and the tag's value ({@code NetdevUser}),
         * {@code ...Plain} where the value brings no members, {@code ...Unknown} where it is not
         * known. A name that is taken in Java, in the class or by another type gets a trailing
         * underscore ({@code default_()}, {@code String_}), a constant that would begin with a
         * digit a leading one.
         */
        @NullMarked
        package %s;

        import org.jspecify.annotations.NullMarked;
        """
            .formatted(
                program.title(), what, String.join(", ", program.model().versions()), folder));
  }
}
