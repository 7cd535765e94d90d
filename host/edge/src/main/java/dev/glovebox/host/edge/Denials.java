package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;

/** Is told when a known caller asks for what none of its roles may do. */
@FunctionalInterface
public interface Denials {
  /**
   * Takes note of a denial.
   *
   * @param rpc its full name in the table, never what a peer made up
   */
  void denied(Caller caller, String rpc);
}
