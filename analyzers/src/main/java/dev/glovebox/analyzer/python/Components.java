package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Which functions can reach each other: strongly connected components, by Tarjan's algorithm. */
final class Components {
  private record Visit(SyntaxNode node, Iterator<SyntaxNode> rest) {}

  private final IdentityHashMap<SyntaxNode, Set<SyntaxNode>> next;
  private final IdentityHashMap<SyntaxNode, Integer> order = new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Integer> lowest = new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Integer> groups = new IdentityHashMap<>();
  private final Deque<SyntaxNode> open = new ArrayDeque<>();
  private int group;

  Components(IdentityHashMap<SyntaxNode, Set<SyntaxNode>> next) {
    this.next = next;
  }

  /** A number for each function; two that reach each other have the same. */
  IdentityHashMap<SyntaxNode, Integer> groups() {
    for (SyntaxNode start : List.copyOf(next.keySet())) {
      if (!order.containsKey(start)) {
        walk(start);
      }
    }
    return groups;
  }

  private void walk(SyntaxNode start) {
    Deque<Visit> visits = new ArrayDeque<>();
    visits.push(entered(start));
    while (!visits.isEmpty()) {
      Visit visit = visits.element();
      SyntaxNode node = visit.node();
      if (visit.rest().hasNext()) {
        SyntaxNode called = visit.rest().next();
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

  private Visit entered(SyntaxNode node) {
    int number = order.size();
    order.put(node, number);
    lowest.put(node, number);
    open.push(node);
    return new Visit(node, next.getOrDefault(node, Set.of()).iterator());
  }

  private void left(SyntaxNode node) {
    if (!order.getOrDefault(node, 0).equals(lowest.getOrDefault(node, -1))) {
      return;
    }
    group++;
    SyntaxNode member;
    do {
      member = open.pop();
      groups.put(member, group);
    } while (member != node);
  }
}
