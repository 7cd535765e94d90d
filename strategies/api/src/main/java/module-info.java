/**
 * The strategy API: what a strategy in Java is written against. The JDK alone is beneath it.
 *
 * <p>{@code dev.glovebox.strategy.guest} belongs to the worker and is not exported: a strategy has
 * no business with it.
 */
module dev.glovebox.strategy {
  requires static org.jspecify;

  exports dev.glovebox.strategy;
  exports dev.glovebox.strategy.bars;
  exports dev.glovebox.strategy.indicators;
}
