package dev.glovebox.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default of a strategy's parameter, as text: {@code @Default("10") int fast}.
 *
 * <p>A parameter is an {@code int}, {@code long}, {@code double}, {@code boolean} or {@code
 * String}; its name is the parameter's own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Default {
  /** The value if the run gives none. */
  String value();
}
