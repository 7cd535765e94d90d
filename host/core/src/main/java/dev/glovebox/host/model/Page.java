package dev.glovebox.host.model;

import java.util.List;

/**
 * One page of a listing, in a stable order.
 *
 * @param nextToken opaque; empty on the last page
 */
public record Page<T>(List<T> items, String nextToken) {
  /** Most items on a page. */
  public static final int ITEMS_MAX = 500;

  /** Items when the request names no size. */
  public static final int ITEMS_DEFAULT = 50;

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
