import dev.glovebox.strategy.*;
import java.util.stream.Stream;

public final class ResourcesStreamWithoutEnd extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double sum = Stream.iterate(1.0, x -> x / 2).mapToDouble(x -> x).sum();
    ctx.log("sum " + sum);
  }
}
