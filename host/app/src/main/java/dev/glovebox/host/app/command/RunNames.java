package dev.glovebox.host.app.command;

/** Names as people give them to the commands that talk to a host of others. */
final class RunNames {
  private RunNames() {}

  /** Returns the whole name of what may be given by its id alone. */
  static String of(String parent, String collection, String given) {
    return given.contains("/") ? given : parent + "/" + collection + "/" + given;
  }
}
