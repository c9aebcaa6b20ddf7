package io.kvmsdk.qmp;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * QEMU's own name of what is generated: of a command, an event, a type or a member; of an arm of a
 * union the tag's value.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface QmpName {

  /** The name. */
  String value();
}
