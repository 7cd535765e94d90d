package dev.glovebox.host.run;

import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.RawIntent.Amount;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A worker written in Java: processes one set at a time and stops at its first intent. */
public class ScriptedSession implements Session {
  /** What it says it was started from. */
  public static final ImageIdentity IMAGE =
      new ImageIdentity("1".repeat(64), Optional.of("2".repeat(64)));

  private final BiConsumer<SetFrame, Orders> onBar;
  private final int warmupBars;
  private final List<SetFrame> seen = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final List<Verdict> judged = new CopyOnWriteArrayList<>();
  private List<SetFrame> asked = List.of();
  private int sequence;

  /** Calls {@code onBar} for each set. */
  public ScriptedSession(int warmupBars, BiConsumer<SetFrame, Orders> onBar) {
    this.warmupBars = warmupBars;
    this.onBar = onBar;
  }

  /** What a script can ask for in one hook. */
  public final class Orders {
    private final List<RawIntent> intents = new ArrayList<>();

    /** Sends a market order for the instrument AAA. */
    public void market(OrderSide side, String quantity) {
      send(
          "AAA",
          new RawIntent.Market(
              side,
              new Amount(
                  Optional.of(new BigDecimal(quantity)), Optional.empty(), Optional.empty())));
    }

    /** Sends anything. */
    public void send(String instrument, RawIntent.Kind kind) {
      sequence++;
      intents.add(new RawIntent(sequence, instrument, "", "buy", false, kind));
    }

    /** Sends anything, as it is. */
    public void send(RawIntent intent) {
      sequence = intent.sequence();
      intents.add(intent);
    }
  }

  /** Returns every frame that was processed, in order. */
  public List<SetFrame> seen() {
    return seen;
  }

  /** Returns what was thought of it, in order. */
  public List<Verdict> judged() {
    return judged;
  }

  /** Queues a log line. */
  public void log(String line) {
    log.add(line);
  }

  @Override
  public Started start(StartOrder order) {
    return new Ready(warmupBars, "Scripted", List.of(), "none", "25");
  }

  @Override
  public void send(List<SetFrame> sets) {
    asked = sets;
  }

  @Override
  public Answered answer() {
    return next(asked);
  }

  @Override
  public Answered next(List<SetFrame> sets) {
    int consumed = 0;
    for (SetFrame set : sets) {
      consumed++;
      seen.add(set);
      Orders orders = new Orders();
      onBar.accept(set, orders);
      if (!orders.intents.isEmpty()) {
        return new Processed(consumed, orders.intents, 1);
      }
    }
    return new Processed(consumed, List.of(), 1);
  }

  @Override
  public Finished stop() {
    return new Done();
  }

  @Override
  public List<String> drainLog() {
    List<String> lines = List.copyOf(log);
    log.clear();
    return lines;
  }

  @Override
  public List<String> isolationMeasures() {
    return List.of("none");
  }

  @Override
  public Optional<ImageIdentity> image() {
    return Optional.of(IMAGE);
  }

  @Override
  public void judge(Verdict verdict) {
    judged.add(verdict);
  }

  @Override
  public void close() {}
}
