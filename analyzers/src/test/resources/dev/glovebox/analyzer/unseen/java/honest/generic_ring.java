import dev.glovebox.strategy.*;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

public final class GenericRing extends Strategy {
  private static final class Ring<T> implements Iterable<T> {
    private final List<T> items = new ArrayList<>();
    private final int size;

    Ring(int size) {
      this.size = size;
    }

    void add(T item) {
      if (items.size() == size) {
        items.remove(0);
      }
      items.add(item);
    }

    @Override
    public Iterator<T> iterator() {
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < items.size();
        }

        @Override
        public T next() {
          if (!hasNext()) {
            throw new NoSuchElementException("past the end");
          }
          return items.get(at++);
        }
      };
    }
  }

  private final Ring<Bar> ring = new Ring<>(8);

  @Override
  public void onBar(Context ctx, Bar bar) {
    ring.add(bar);
    double top = 0;
    for (Bar kept : ring) {
      top = Math.max(top, kept.high());
    }
    if (bar.close() > top * 0.99) {
      ctx.buy(1);
    }
  }
}
