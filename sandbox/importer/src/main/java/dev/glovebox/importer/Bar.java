package dev.glovebox.importer;

/**
 * One bar as read, before its interval is known. Mutable and reused; not to be kept.
 *
 * <p>Prices share {@link #priceScale}.
 */
final class Bar {
  long stampMicros;
  StampForm form = StampForm.DATE;
  long open;
  long high;
  long low;
  long close;
  int priceScale;
  long volume;
  int volumeScale;
}
