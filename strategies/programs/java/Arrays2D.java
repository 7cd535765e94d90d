// kind: arrays of every shape
// answer: [a, b, c][[1.0], [2.0, 3.0], []]49331truefalse11

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Arrays;

public final class Arrays2D extends Strategy {
  public String answer() {
    int[][] grid = new int[3][4];
    for (int[] row : grid) {
      Arrays.fill(row, 2);
    }
    grid[1][2] = 9;
    double[][] jagged = {{1}, {2, 3}, {}};
    String[] words = {"c", "a", "b"};
    String[] sorted = words.clone();
    Arrays.sort(sorted);
    long[] copy = Arrays.copyOf(new long[] {1, 2}, 4);
    int[][] deep = grid.clone();
    Object[] objects = {1, "two", 3.0};
    boolean[] flags = new boolean[2];
    flags[1] = !flags[0];
    return Arrays.toString(sorted) + Arrays.deepToString(jagged) + copy.length + deep[1][2] + objects.length
        + Arrays.stream(grid).mapToInt(row -> Arrays.stream(row).sum()).sum() + flags[1]
        + Arrays.equals(words, sorted) + Arrays.asList(words).indexOf("a") + Arrays.binarySearch(sorted, "b");
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
