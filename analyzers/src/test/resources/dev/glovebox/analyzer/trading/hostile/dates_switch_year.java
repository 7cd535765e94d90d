import dev.glovebox.strategy.*;

public final class DatesSwitchYear extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    int size = switch (bar.openTime().getYear()) {
      case 2024 -> 1;
      case 2025 -> 2;
      default -> 0;
    };
    ctx.target(size);
  }
}
