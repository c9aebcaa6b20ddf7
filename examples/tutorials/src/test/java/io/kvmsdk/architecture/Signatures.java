package io.kvmsdk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a user of a type can see of it. */
final class Signatures {

  private Signatures() {}

  /** Whether code outside the package can name the type. */
  static boolean isReachable(JavaClass type) {
    boolean visible =
        type.getModifiers().contains(JavaModifier.PUBLIC)
            || type.getModifiers().contains(JavaModifier.PROTECTED);
    Optional<JavaClass> around = type.getEnclosingClass();
    return visible && (around.isEmpty() || isReachable(around.get()));
  }

  /** Reports each type of a public or protected signature that is hidden. */
  static void shown(JavaClass type, ConditionEvents events, Predicate<JavaClass> hidden) {
    type.getSuperclass().ifPresent(s -> look(type.getName(), s, events, hidden));
    type.getInterfaces().forEach(i -> look(type.getName(), i, events, hidden));
    type.getTypeParameters().forEach(p -> look(type.getName(), p, events, hidden));
    for (JavaField field : type.getFields()) {
      if (isVisible(field)) {
        look(field.getFullName(), field.getType(), events, hidden);
      }
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (isVisible(unit)) {
        look(unit.getFullName(), unit.getReturnType(), events, hidden);
        unit.getParameterTypes().forEach(p -> look(unit.getFullName(), p, events, hidden));
        unit.getTypeParameters().forEach(p -> look(unit.getFullName(), p, events, hidden));
        unit.getExceptionTypes().forEach(e -> look(unit.getFullName(), e, events, hidden));
      }
    }
  }

  private static boolean isVisible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static void look(
      String where, JavaType type, ConditionEvents events, Predicate<JavaClass> hidden) {
    type.getAllInvolvedRawTypes().stream()
        .filter(hidden)
        .forEach(
            t -> events.add(SimpleConditionEvent.violated(t, where + " shows " + t.getName())));
  }
}
