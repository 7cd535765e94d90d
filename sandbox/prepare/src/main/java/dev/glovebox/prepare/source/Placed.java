package dev.glovebox.prepare.source;

/** What stands somewhere in a source. */
public interface Placed {
  /** Where. */
  Span span();
}
