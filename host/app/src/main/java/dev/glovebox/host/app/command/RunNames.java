package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;

/** Names as people give them to the commands that talk to a host of others. */
final class RunNames {
  private RunNames() {}

  /** Returns the whole name of what may be given by its id alone. */
  static String of(String parent, String collection, String given) {
    return given.contains("/") ? given : parent + "/" + collection + "/" + given;
  }

  /** Returns the host that the flags name; these commands start none of their own. */
  static HostAddress host(HostFlags flags) {
    return flags
        .address()
        .orElseThrow(() ->
            new Refusal(
                Code.ARGUMENT_INVALID,
                "--host is missing: unix:PATH, or HOST:PORT with --identity DIR"));
  }
}
