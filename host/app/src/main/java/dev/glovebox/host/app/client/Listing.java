package dev.glovebox.host.app.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A listing of a host, read page by page. */
final class Listing {
  /** Most items that a host puts on a page. */
  static final int PAGE_ITEMS_MAX = 500;

  private Listing() {}

  /**
   * One page.
   *
   * @param nextToken empty on the last page
   */
  record Page<T>(List<T> items, String nextToken) {}

  /**
   * Returns the items that {@code wanted} takes, in the listing's order, at most {@code most}; asks
   * for no page beyond those.
   *
   * @param page from a page's token to that page; empty = the first
   */
  static <T> List<T> taken(Function<String, Page<T>> page, Predicate<T> wanted, int most) {
    return Answers.call(() -> {
      List<T> taken = new ArrayList<>();
      String token = "";
      do {
        Page<T> read = page.apply(token);
        read.items().stream().filter(wanted).forEach(taken::add);
        token = read.nextToken();
      } while (!token.isEmpty() && taken.size() < most);
      return List.copyOf(taken.subList(0, Math.min(most, taken.size())));
    });
  }
}
