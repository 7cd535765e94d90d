package dev.glovebox.host.app.command;

/** How results are printed. */
enum Format {
  TEXT,
  JSON
}
