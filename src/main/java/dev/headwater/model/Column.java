package dev.headwater.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a column means, declared once on the record component that holds it.
 *
 * <p>The text becomes the column's comment in {@code DESCRIBE} and in the generated pages. The
 * column's name is the component's name in snake case. A component of a primitive type, or one
 * marked {@link #required()}, is never null in a published table; a gate checks it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  /** One sentence, with unit and range where there are any. */
  String value();

  /** Whether null is an error. Primitive components are required anyway. */
  boolean required() default false;
}
