package dev.glovebox.host.model;

/** How an order is to be filled. Only MARKET is traded so far. */
public enum OrderType {
  MARKET
}
