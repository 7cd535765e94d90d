package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Classes are not listed to a guest, and still count as what they were registered as. */
final class AbstractClassesTest {
  private static final String ASKS =
      """
      import abc
      import collections.abc
      import numbers
      from fractions import Fraction
      from glovebox import Strategy

      class Shape(collections.abc.Sized):
          pass

      class Dot:
          pass

      Shape.register(Dot)

      class S(Strategy):
          def on_bar(self, ctx, bar):
              ctx.log(repr(isinstance(1, numbers.Rational)))
              ctx.log(repr(1 + Fraction(1, 2)))
              ctx.log(repr(isinstance([], collections.abc.Sequence)))
              ctx.log(repr(issubclass(Dot, collections.abc.Sized)))
              ctx.log(repr(issubclass(Dot, numbers.Number)))
              ctx.log(repr(Strategy.__subclasses__()))
      """;

  @Test
  void registeredClassesCountForEveryClassAboveAndNoneAreListed() {
    InProcess.Run run =
        InProcess.run(Strategies.start(ASKS, Map.of()).build(), new Market(Market.waves(1)), 1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).containsExactly("True", "Fraction(3, 2)", "True", "True", "False", "[]");
  }
}
