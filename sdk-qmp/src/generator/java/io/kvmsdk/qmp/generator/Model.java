package io.kvmsdk.qmp.generator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all versions of a schema say together.
 *
 * @param versions all of them, the newest first
 */
record Model(
    List<String> versions,
    List<Command> commands,
    List<Event> events,
    List<Struct> structs,
    List<Words> words,
    List<Alternate> alternates) {

  /** Where an element is, and what QEMU says of it. */
  record Marks(Set<String> versions, Set<String> features) {}

  /** A type where it is used. */
  sealed interface Ref {}

  /** {@code str}, {@code int}, {@code number}, {@code bool}, {@code any}, {@code null}. */
  record Builtin(String name) implements Ref {}

  record Named(String name) implements Ref {}

  record ListOf(Ref item) implements Ref {}

  /** The result of a command that returns nothing. */
  record Empty() implements Ref {}

  /**
   * A member.
   *
   * @param mandatory whether each version that has the object requires it
   */
  record Member(String name, Ref type, boolean mandatory, Marks marks) {}

  /** An object, with its cases where it is a union. */
  record Struct(String name, Marks marks, List<Member> members, Optional<Union> union) {}

  record Union(String tag, List<Case> cases) {

    /** The cases that have members of their own. */
    List<Case> arms() {
      return cases.stream().filter(c -> !c.isPlain()).toList();
    }

    List<Case> plain() {
      return cases.stream().filter(Case::isPlain).toList();
    }
  }

  /**
   * What a value of the tag brings.
   *
   * @param nested the union that it is, with whose members and cases {@code members} begins
   */
  record Case(String value, Marks marks, List<Member> members, Optional<String> nested) {

    boolean isPlain() {
      return members.isEmpty();
    }
  }

  record Value(String value, Marks marks) {}

  record Words(String name, Marks marks, List<Value> values) {}

  record Alternate(String name, Marks marks, List<Ref> kinds) {}

  /**
   * A command.
   *
   * @param boxed the named type that its arguments are as a whole
   */
  record Command(
      String name,
      Marks marks,
      Struct arguments,
      Optional<String> boxed,
      Ref result,
      boolean outOfBand) {}

  record Event(String name, Marks marks, Struct data) {}
}
