package dev.glovebox.host.model;

/** Direction of an order or a fill. */
public enum Side {
  BUY,
  SELL;

  /** Returns +1 for a buy and -1 for a sale. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }
}
