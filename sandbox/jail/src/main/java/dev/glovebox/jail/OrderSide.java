package dev.glovebox.jail;

/** Direction of an order as it crosses the boundary. */
public enum OrderSide {
  BUY,
  SELL
}
