package dev.glovebox.analyzer.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Which functions can reach each other: strongly connected components, by Tarjan's algorithm. */
public final class Components<N> {
  private record Visit<N>(N node, Iterator<N> rest) {}

  private final IdentityHashMap<N, Set<N>> next;
  private final IdentityHashMap<N, Integer> order = new IdentityHashMap<>();
  private final IdentityHashMap<N, Integer> lowest = new IdentityHashMap<>();
  private final IdentityHashMap<N, Integer> groups = new IdentityHashMap<>();
  private final Deque<N> open = new ArrayDeque<>();
  private int group;

  /** Walks {@code next}: what each calls. */
  public Components(IdentityHashMap<N, Set<N>> next) {
    this.next = next;
  }

  /** A number for each function; two that reach each other have the same. */
  public IdentityHashMap<N, Integer> groups() {
    for (N start : List.copyOf(next.keySet())) {
      if (!order.containsKey(start)) {
        walk(start);
      }
    }
    return groups;
  }

  private void walk(N start) {
    Deque<Visit<N>> visits = new ArrayDeque<>();
    visits.push(entered(start));
    while (!visits.isEmpty()) {
      Visit<N> visit = visits.element();
      N node = visit.node();
      if (visit.rest().hasNext()) {
        N called = visit.rest().next();
        if (!order.containsKey(called)) {
          visits.push(entered(called));
        } else if (!groups.containsKey(called)) {
          lowest.merge(node, order.getOrDefault(called, 0), Math::min);
        }
      } else {
        visits.pop();
        left(node);
        if (!visits.isEmpty()) {
          lowest.merge(visits.element().node(), lowest.getOrDefault(node, 0), Math::min);
        }
      }
    }
  }

  private Visit<N> entered(N node) {
    int number = order.size();
    order.put(node, number);
    lowest.put(node, number);
    open.push(node);
    return new Visit<>(node, next.getOrDefault(node, Set.of()).iterator());
  }

  // The same node, not one that looks like it.
  @SuppressWarnings("ReferenceEquality")
  private void left(N node) {
    if (!order.getOrDefault(node, 0).equals(lowest.getOrDefault(node, -1))) {
      return;
    }
    group++;
    N member;
    do {
      member = open.pop();
      groups.put(member, group);
    } while (member != node);
  }
}
