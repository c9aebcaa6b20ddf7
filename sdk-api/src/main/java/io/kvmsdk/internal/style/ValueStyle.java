package io.kvmsdk.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one style of the project's values, put beside {@link Value.Immutable}. The generated class is
 * package-private; users see the interface, its nested {@code Builder} and the {@code with...}
 * methods that it inherits.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    deferCollectionAllocation = true,
    depluralize = true,
    depluralizeDictionary = {"address:addresses", "graphics:graphics"},
    allowedClasspathAnnotations = {Override.class})
public @interface ValueStyle {}
