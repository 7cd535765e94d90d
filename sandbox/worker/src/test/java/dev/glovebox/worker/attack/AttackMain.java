package dev.glovebox.worker.attack;

import com.google.protobuf.ByteString;
import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import java.util.function.Consumer;

/**
 * Many attacks in one jailed process, each in a context of its own: the same guest, supervisor and
 * lockdown as a worker's, without its stream and its single use.
 *
 * <p>A process for each would take a second of processor time each. What is about the process
 * itself, its memory or its deadline, is run in real workers instead.
 */
public final class AttackMain {
  /** Bars of each run. */
  static final int BARS = 2;

  private static final int NONCE_BYTES = 32;

  private AttackMain() {}

  /** Serves attacks. */
  public static void main(String[] arguments) {
    Exchange exchange = Exchange.ofStandardStreams();
    PythonEngine engine = PythonEngine.open();
    Lockdown.prepare();
    exchange.serve((start, frames) -> run(new PythonGuest(engine), start, frames), Lockdown::enter);
  }

  /** Runs one attack to its end. */
  static void run(Guest guest, Start start, Consumer<WorkerFrame> frames) {
    Last last = new Last(frames);
    Supervisor supervisor = new Supervisor(guest, last::accept);
    supervisor.greet(ByteString.copyFrom(new byte[NONCE_BYTES]), "none", "25");
    supervisor.handle(frame(1).setStart(start).build());
    Market market = new Market(Market.waves(BARS));
    int bar = 0;
    while (bar < BARS && !supervisor.ended()) {
      Bars.Builder bars = Bars.newBuilder().addSets(market.set(bar).toByteString());
      bar++;
      supervisor.handle(frame(1 + bar).setBars(bars).build());
      if (last.frame.hasAnswer()) {
        market.order(last.frame.getAnswer().getIntentsList());
      }
    }
    if (!supervisor.ended()) {
      supervisor.handle(frame(2 + bar).setStop(Stop.getDefaultInstance()).build());
    }
  }

  private static HostFrame.Builder frame(long sequence) {
    return HostFrame.newBuilder().setVersion(Supervisor.PROTOCOL_VERSION).setSequence(sequence);
  }

  private static final class Last {
    private final Consumer<WorkerFrame> next;
    private WorkerFrame frame = WorkerFrame.getDefaultInstance();

    Last(Consumer<WorkerFrame> next) {
      this.next = next;
    }

    void accept(WorkerFrame seen) {
      frame = seen;
      next.accept(seen);
    }
  }
}
