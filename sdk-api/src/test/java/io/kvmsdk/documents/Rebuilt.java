package io.kvmsdk.documents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Makes a value once more with the builders that a user has, property by property. */
final class Rebuilt {

  private Rebuilt() {}

  /** The same value, of which every part was made by its type's builder. */
  static Object of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Rebuilt::of);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Rebuilt::of).toList();
    }
    if (!value.getClass().getSimpleName().startsWith("Immutable")) {
      return value;
    }
    Class<?> type = type(value);
    try {
      Object builder = type.getMethod("builder").invoke(null);
      for (Method property : type.getMethods()) {
        if (isProperty(property)) {
          set(builder, property, of(property.invoke(value)));
        }
      }
      return build(builder);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(type.toString(), e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.toString(), e);
    }
  }

  /** Without the checks of what belongs together, which reading leaves out as well. */
  private static Object build(Object builder) throws ReflectiveOperationException {
    for (Method method : builder.getClass().getDeclaredMethods()) {
      if (method.getName().equals("buildAsRead")) {
        method.setAccessible(true);
        return method.invoke(builder);
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static Class<?> type(Object value) {
    String name = value.getClass().getSimpleName().substring("Immutable".length());
    for (Class<?> implemented : value.getClass().getInterfaces()) {
      if (implemented.getSimpleName().equals(name)) {
        return implemented;
      }
    }
    throw new AssertionError(value.getClass());
  }

  private static boolean isProperty(Method method) {
    return Modifier.isAbstract(method.getModifiers())
        && method.getParameterCount() == 0
        && !method.getReturnType().equals(void.class);
  }

  private static void set(Object builder, Method property, Object value)
      throws ReflectiveOperationException {
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getName().equals(property.getName())
          && setter.getParameterCount() == 1
          && takes(setter.getParameterTypes()[0], property.getReturnType())) {
        setter.setAccessible(true);
        setter.invoke(builder, value);
        return;
      }
    }
    throw new AssertionError("no way to set " + property);
  }

  private static boolean takes(Class<?> parameter, Class<?> property) {
    return property == List.class ? parameter == Iterable.class : parameter == property;
  }
}
