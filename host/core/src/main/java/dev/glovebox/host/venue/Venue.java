package dev.glovebox.host.venue;

/** Where orders go. Reports come back when the run's feed moves on. */
public interface Venue {
  /** The id that tokens name. */
  String id();

  /**
   * Takes one order.
   *
   * @return {@link ExecutionReport.Acknowledged} or {@link ExecutionReport.Rejected}
   */
  ExecutionReport submit(NewOrder order);
}
