import dev.glovebox.strategy.*;

public final class EscapeNameInPieces extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String name = "java.lang." + "Run" + "time";
    String other = new StringBuilder("gnitcelfer.gnal.avaj").reverse().toString();
    ctx.log(name + other);
  }
}
