import dev.glovebox.strategy.*;

public final class AmbientEnvironment extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String user = System.getenv("USER");
    if (user != null) {
      ctx.log(user);
    }
  }
}
