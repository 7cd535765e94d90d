package dev.glovebox.host.edge;

/** Whether the host has room for more; asked before anything new is taken on. */
@FunctionalInterface
public interface Headroom {
  /**
   * Returns if it has.
   *
   * @throws dev.glovebox.host.model.Refusal STORAGE_LOW
   */
  void require();
}
