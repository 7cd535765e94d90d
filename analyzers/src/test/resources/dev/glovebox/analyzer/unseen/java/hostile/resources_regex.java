import dev.glovebox.strategy.*;
import java.util.regex.Pattern;

public final class ResourcesRegex extends Strategy {
  private static final Pattern SLOW = Pattern.compile("(a+)+$");

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (SLOW.matcher("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab").find()) {
      ctx.buy(1);
    }
  }
}
