package dev.glovebox.importer;

/** One trade on its way; reused. Price and amount are mantissa x 10^-scale. */
final class Tick {
  long seconds;
  long price;
  int priceScale;
  long amount;
  int amountScale;
}
