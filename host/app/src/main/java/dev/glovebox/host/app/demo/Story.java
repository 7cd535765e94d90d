package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.command.Console;

/** The demo's text: numbered steps, facts below them, and promises that are checked. */
final class Story {
  private final Console console;
  private boolean asPromised = true;
  private int step;

  Story(Console console) {
    this.console = console;
  }

  /** Prints a line on its own. */
  void title(String text) {
    console.line(text);
  }

  /** Begins the next step. */
  void step(String text) {
    step++;
    console.line("");
    console.line(step + ". " + text);
  }

  /** Prints a fact of the step. */
  void fact(String name, String text) {
    console.line(String.format("   %-13s %s", name, text));
  }

  /** Prints a fact that must hold; a broken promise fails the demo. */
  void promise(String name, String text, boolean holds) {
    asPromised &= holds;
    fact(holds ? name : "!! " + name, text);
  }

  /** Returns whether every promise held so far. */
  boolean isAsPromised() {
    return asPromised;
  }
}
