// kind: a linked structure with null and identity
// answer: 0123true0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Objects;

public final class LinkedStructure extends Strategy {
  private static final class Node {
    int value;
    Node next;
    Node(int value, Node next) { this.value = value; this.next = next; }
  }
  public String answer() {
    Node head = null;
    for (int i = 0; i < 4; i++) {
      head = new Node(i, head);
    }
    Node before = null;
    while (head != null) {
      Node next = head.next;
      head.next = before;
      before = head;
      head = next;
    }
    String text = "";
    for (Node node = before; node != null; node = node.next) {
      text += node.value;
    }
    return text + (before != before.next) + Objects.requireNonNullElse(head, before).value;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
