package io.kvmsdk.qmp;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which of the QEMU versions that the types are generated from have an element, where not all
 * of them do. What the QEMU at the other end has, {@link QmpSchema} tells.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface InSchema {

  /** The versions, such as {@code 10.2}, the newest first. */
  String[] value();
}
