import dev.glovebox.strategy.*;
import java.util.List;
import java.util.function.BiPredicate;

public final class InterfaceOfRules extends Strategy {
  @FunctionalInterface
  private interface Sizer {
    long size(Context ctx, Bar bar);
  }

  private final List<BiPredicate<Context, Bar>> rules =
      List.of(
          (ctx, bar) -> ctx.position() == 0,
          (ctx, bar) -> bar.close() > bar.open(),
          InterfaceOfRules::busy);

  private final Sizer sizer = (ctx, bar) -> Math.max(1, (long) (ctx.cash() / 20 / bar.close()));

  private static boolean busy(Context ctx, Bar bar) {
    return bar.volume() > 10;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (rules.stream().allMatch(rule -> rule.test(ctx, bar))) {
      ctx.buy(sizer.size(ctx, bar));
    }
  }
}
