import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

public final class DeterminismHashOfOwnRecord extends Strategy {
  private static final class Cell {
    private final int row;
    private final int column;

    Cell(int row, int column) {
      this.row = row;
      this.column = column;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cell cell && cell.row == row && cell.column == column;
    }

    @Override
    public int hashCode() {
      return Objects.hash(row, column);
    }
  }

  private final Map<Cell, Integer> visits = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    Cell cell = new Cell((int) bar.close() / 5, bar.openTime().getHour());
    int count = visits.merge(cell, 1, Integer::sum);
    if (count == 1) {
      ctx.buy(1);
    }
  }
}
