// kind: lists, deques, queues, iterators
// answer: [10, 50]b9[0, 10, 50]50[10][z, z][50, 10]50

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;

public final class Collections1 extends Strategy {
  public String answer() {
    List<Integer> list = new ArrayList<>(List.of(5, 3, 8, 1));
    Collections.sort(list);
    list.removeIf(x -> x > 7);
    list.replaceAll(x -> x * 10);
    Iterator<Integer> iterator = list.iterator();
    while (iterator.hasNext()) {
      if (iterator.next() == 30) {
        iterator.remove();
      }
    }
    Deque<String> stack = new ArrayDeque<>();
    stack.push("a");
    stack.push("b");
    PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.reverseOrder());
    queue.addAll(List.of(1, 9, 4));
    LinkedList<Integer> linked = new LinkedList<>(list);
    linked.addFirst(0);
    return list + stack.pop() + queue.poll() + linked + Collections.max(list) + list.subList(0, 1)
        + Collections.nCopies(2, "z") + list.reversed() + list.getLast();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
