import dev.glovebox.strategy.*;

public final class ReviewTerminalText extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log("\033[2K\033[1Gapproved <script>alert(1)</script>");
  }
}
