package io.kartela.rules.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Inclusive limits of a whole number; checked when JSON is read and shown in the schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bounds {
  /** Smallest allowed value. */
  long min() default 0;

  /** Largest allowed value. */
  long max() default Long.MAX_VALUE;
}
