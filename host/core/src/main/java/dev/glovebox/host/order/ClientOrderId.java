package dev.glovebox.host.order;

import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.RunId;

/** An order's name at a venue, derived from (run, sequence): the same order, the same name. */
public final class ClientOrderId {
  private ClientOrderId() {}

  /** Returns for example {@code alpha.run-01234567.o-000017}. */
  public static String of(RunId run, int sequence) {
    return run.team() + "." + run.value() + "." + new OrderKey(sequence);
  }
}
