package io.kvmsdk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What CONTRIBUTING promises of the code, as rules on its bytecode. */
final class Rules {

  private static final Pattern GENERATED = Pattern.compile(".*\\.Immutable\\w+\\$Builder");

  private Rules() {}

  /** No package sees itself by way of others. */
  static ArchRule noCycles() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "each package";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  /** What lies below all subjects, and is seen by them. */
  private static final Set<String> GROUND = Set.of("device", "numa");

  /** What lies above the subjects, and sees them: a whole definition, and what holds one. */
  private static final Set<String> ABOVE = Set.of("definition", "snapshot");

  /**
   * Of the packages below {@code domain}, none sees another, but for what lies below or above them
   * all, and for a subject's {@code source}, which says where on the host its data is or goes; and
   * none sees the domain itself or a backend.
   */
  static ArchRule subjectsStandAlone(String domain, String... backends) {
    return check(
        "see no other subject, no backend and not the domain",
        (type, events) -> {
          Optional<String> own = subject(domain, type);
          if (own.isEmpty() || own.get().equals("device") || ABOVE.contains(own.get())) {
            return;
          }
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass seen = dependency.getTargetClass().getBaseComponentType();
            boolean other =
                subject(domain, seen)
                    .filter(s -> !GROUND.contains(s) && !s.equals(own.get()))
                    .filter(s -> !seen.getPackageName().equals(domain + "." + s + ".source"))
                    .isPresent();
            boolean above = seen.getPackageName().equals(domain);
            boolean backend = false;
            for (String name : backends) {
              backend |= isIn(name, seen);
            }
            if (other || above || backend) {
              events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
            }
          }
        });
  }

  private static Optional<String> subject(String domain, JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(domain + ".")
        ? Optional.of(name.substring(domain.length() + 1).replaceFirst("\\..*", ""))
        : Optional.empty();
  }

  private static boolean isIn(String root, JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  /**
   * What cannot be had is an UnsupportedFeatureException with reason and remedy. What Immutables
   * generates refuses to be built by anything but our own builders, and nobody can reach it.
   */
  static ArchRule noUnsupportedOperation() {
    return noClasses()
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "an UnsupportedOperationException is made",
                call ->
                    call.getTargetOwner().isAssignableTo(UnsupportedOperationException.class)
                        && !(call.getOrigin().isConstructor()
                            && GENERATED.matcher(call.getOriginOwner().getName()).matches())));
  }

  /** A thread that waits in a monitor holds its carrier thread; locks of java.util do not. */
  static ArchRule noMonitors() {
    return check(
        "hold no monitor",
        (type, events) -> {
          type.getMethods().stream()
              .filter(m -> m.getModifiers().contains(JavaModifier.SYNCHRONIZED))
              .forEach(m ->
                  events.add(
                      SimpleConditionEvent.violated(m, m.getFullName() + " is synchronized")));
          Bytecode.methodsThatEnterMonitors(type)
              .forEach(m ->
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + "." + m + " has a synchronized block")));
        });
  }

  /**
   * What users can reach mentions nothing that they cannot.
   *
   * @param hidden tells the packages of ours that no module exports
   */
  static ArchRule nothingHiddenInSignatures(Predicate<String> hidden) {
    return check(
        "show nothing that is not exported",
        (type, events) -> {
          if (!hidden.test(type.getPackageName()) && Signatures.isReachable(type)) {
            Signatures.shown(type, events, t -> hidden.test(t.getPackageName()));
          }
        });
  }

  /** Values, services and the seam compute; they never touch a socket, a file or a process. */
  static ArchRule noInputOutput(Predicate<String> packages) {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are of the API", (JavaClass type) -> packages.test(type.getPackageName())))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "do input or output",
                (JavaClass type) ->
                    isIn("java.net", type)
                        || isIn("java.nio.file", type)
                        || isIn("java.nio.channels", type)
                        || type.getName().startsWith("java.lang.Process")
                        || type.getName().equals("java.lang.Runtime")
                        || type.getName().matches("java\\.io\\.(RandomAccess)?File.*")));
  }

  /** Each package says that its types are not null unless marked so. */
  static ArchRule nullMarked() {
    return check(
        "are in a package that is @NullMarked",
        (type, events) -> {
          if (!type.getPackageName().isEmpty()
              && !type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(
                SimpleConditionEvent.violated(
                    type, "package " + type.getPackageName() + " of " + type.getName()));
          }
        });
  }

  private static ArchRule check(String what, BiConsumer<JavaClass, ConditionEvents> check) {
    return classes()
        .should(
            new ArchCondition<>(what) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
              }
            });
  }
}
