package dev.glovebox.host.model;

/** Where a run's bars come from and where its orders go. Only {@code runner.Wiring} reads it. */
public enum Mode {
  BACKTEST,
  PAPER,
  LIVE
}
