import dev.glovebox.strategy.*;

public final class MatrixOfMoves extends Strategy {
  private final int[][] moves = new int[3][3];
  private int before = 1;

  @Override
  public void onBar(Context ctx, Bar bar) {
    int now = bar.close() > bar.open() ? 2 : bar.close() < bar.open() ? 0 : 1;
    moves[before][now]++;
    int[] row = moves[now];
    before = now;
    if (row[2] > row[0] + row[1]) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
