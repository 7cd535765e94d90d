package dev.glovebox.worker.guest;

import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Start;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A guest that is made when its run starts: a seat that nobody takes costs no context. */
public final class LateGuest implements Guest {
  private final Supplier<? extends Guest> maker;
  private Optional<Guest> made = Optional.empty();

  /** A guest by {@code maker}, which is asked once, on the thread that constructs. */
  public LateGuest(Supplier<? extends Guest> maker) {
    this.maker = maker;
  }

  @Override
  public Ready construct(Start start) throws GuestFault {
    Guest guest = maker.get();
    made = Optional.of(guest);
    return guest.construct(start);
  }

  @Override
  public List<Intent> process(SetCursor sets) throws GuestFault {
    return made.orElseThrow().process(sets);
  }

  @Override
  public void stop() throws GuestFault {
    made.orElseThrow().stop();
  }

  @Override
  public List<String> drainLog() {
    return made.map(Guest::drainLog).orElse(List.of());
  }

  @Override
  public List<String> drainLogToTheEnd() {
    return made.map(Guest::drainLogToTheEnd).orElse(List.of());
  }
}
