package io.kartela.rules.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value a record component takes when its JSON member is absent, as JSON text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** JSON text, for example {@code "[]"} or {@code "\"NET\""}. */
  String value();
}
