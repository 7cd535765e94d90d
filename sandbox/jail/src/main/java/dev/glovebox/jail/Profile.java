package dev.glovebox.jail;

/** How a worker's guest runs. Decisions are the same in every profile. */
public enum Profile {
  /** Interpreter alone: starts at once, and does the same work for each bar. */
  GATE("gate"),
  /** With a compiler for the guest: starts later, and pays from about a million bars. */
  BULK("bulk");

  private final String text;

  Profile(String text) {
    this.text = text;
  }

  /** The name in RunSpecs, records and reports. */
  public String text() {
    return text;
  }
}
