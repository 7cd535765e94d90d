// kind: Optional in every form
// answer: 2nonetruev3true0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Optional;
import java.util.OptionalDouble;

public final class Optionals extends Strategy {
  private Optional<String> find(int key) { return key > 0 ? Optional.of("v" + key) : Optional.empty(); }
  public String answer() {
    return find(1).map(String::length).orElse(0) + find(0).orElseGet(() -> "none") + find(2).isPresent()
        + find(3).filter(v -> v.endsWith("3")).or(() -> find(9)).get() + OptionalDouble.empty().isEmpty()
        + Optional.ofNullable((String) null).stream().count();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
