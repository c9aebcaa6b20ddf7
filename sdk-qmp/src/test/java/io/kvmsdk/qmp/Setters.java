package io.kvmsdk.qmp;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be read can be set, but for the tag of an arm. */
final class Setters {

  private Setters() {}

  /** The members of a generated type with a builder that its builder does not set. */
  static List<String> missing(Class<?> type) {
    List<String> missing = new ArrayList<>();
    Optional<Class<?>> builder =
        Arrays.stream(type.getDeclaredClasses())
            .filter(c -> c.getSimpleName().equals("Builder"))
            .findAny();
    if (builder.isEmpty()) {
      return missing;
    }
    boolean arm = type.getSuperclass().isSealed() && type.isAnnotationPresent(QmpName.class);
    for (Map.Entry<String, Method> reader : Agreement.readers(type).entrySet()) {
      Method method = reader.getValue();
      Class<?> value = value(method);
      boolean tag =
          arm && method.getDeclaringClass() != type && QmpEnum.class.isAssignableFrom(value);
      boolean settable =
          Arrays.stream(builder.get().getMethods())
              .filter(setter -> name(setter).equals(name(method)))
              .anyMatch(setter ->
                  setter.getParameterCount() == 1
                      && boxed(setter.getParameterTypes()[0]).equals(boxed(value)));
      if (!settable && !tag) {
        missing.add(reader.getKey());
      }
    }
    return missing;
  }

  private static String name(Method method) {
    return method.getName().replaceAll("_$", "");
  }

  private static Class<?> value(Method reader) {
    if (!reader.getReturnType().equals(Optional.class)) {
      return reader.getReturnType();
    }
    Type value = ((ParameterizedType) reader.getGenericReturnType()).getActualTypeArguments()[0];
    return value instanceof ParameterizedType list
        ? (Class<?>) list.getRawType()
        : (Class<?>) value;
  }

  static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
