package dev.glovebox.host.runner;

import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import java.util.List;

/** A session that counts what the guest is told and keeps what the worker says of itself. */
final class TrialSession implements Session {
  private final Session session;
  private Trials.Engine engine = Trials.Engine.UNKNOWN;
  private List<SetFrame> asked = List.of();
  private long bars;
  private long fills;
  private long orderUpdates;
  private boolean stopped;

  TrialSession(Session session) {
    this.session = session;
  }

  Trials.Told told() {
    return new Trials.Told(bars, fills, orderUpdates, stopped);
  }

  Trials.Engine engine() {
    return engine;
  }

  @Override
  public Started start(StartOrder order) {
    Started started = session.start(order);
    if (started instanceof Ready ready) {
      engine =
          new Trials.Engine(
              new UntrustedText(ready.engineVersion()), new UntrustedText(ready.javaVersion()));
    }
    return started;
  }

  @Override
  public void send(List<SetFrame> sets) {
    asked = sets;
    session.send(sets);
  }

  @Override
  public Answered answer() {
    List<SetFrame> sets = asked;
    Answered answered = session.answer();
    int consumed =
        switch (answered) {
          case Processed processed -> Math.clamp(processed.consumed(), 0, sets.size());
          case Ended ended -> Math.clamp(ended.consumed(), 0, sets.size());
        };
    for (SetFrame set : sets.subList(0, consumed)) {
      bars++;
      fills += set.fills().size();
      orderUpdates += set.orderUpdates().size();
    }
    return answered;
  }

  @Override
  public Finished stop() {
    Finished finished = session.stop();
    stopped = finished instanceof Done;
    return finished;
  }

  @Override
  public List<String> drainLog() {
    return session.drainLog();
  }

  @Override
  public List<String> isolationMeasures() {
    return session.isolationMeasures();
  }

  @Override
  public void close() {
    session.close();
  }
}
