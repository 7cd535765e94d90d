// kind: resources that are closed in order, with suppressed exceptions
// answer: +a+bab-b-abody1

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class TryWithResources extends Strategy {
  private final StringBuilder log = new StringBuilder();
  class Resource implements AutoCloseable {
    private final String name;
    private final boolean fails;
    Resource(String name, boolean fails) { this.name = name; this.fails = fails; log.append('+').append(name); }
    @Override public void close() {
      log.append('-').append(name);
      if (fails) {
        throw new IllegalStateException("close " + name);
      }
    }
  }
  public String answer() {
    try (Resource a = new Resource("a", false); Resource b = new Resource("b", true)) {
      log.append(a.name).append(b.name);
      throw new IllegalArgumentException("body");
    } catch (IllegalArgumentException e) {
      log.append(e.getMessage()).append(e.getSuppressed().length);
    }
    return log.toString();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
