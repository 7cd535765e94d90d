package dev.glovebox.worker.guest;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Hello;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.LogLines;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.Stopped;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import java.util.List;

/**
 * The worker's side of the protocol as a state machine: one host frame in, frames out.
 *
 * <p>NEW -> (hello) -> GREETED -> (Start) -> READY -> (Bars)* -> (Stop) -> ENDED; any fault ends
 * it. In a block the guest takes one set at a time and the answer comes after the first set that
 * asked for something, so that blocks and lock-step see the same. Not thread-safe.
 */
public final class Supervisor {
  /** Version of every frame. */
  public static final int PROTOCOL_VERSION = 1;

  /** Most bytes of log text in one frame, well below the message limit. */
  public static final int LOG_FRAME_BYTES_MAX = 256 * 1024;

  private static final int LINE_OVERHEAD_BYTES = 4;
  private static final SetCursor NO_SETS = new SetCursor(List.of());

  private enum State {
    NEW,
    GREETED,
    READY,
    ENDED
  }

  private final Guest guest;
  private final FrameSink sink;
  private State state = State.NEW;
  private long sent;
  private long received;
  private SetCursor sets = NO_SETS;

  /** A supervisor that has not greeted yet. */
  public Supervisor(Guest guest, FrameSink sink) {
    this.guest = guest;
    this.sink = sink;
  }

  /** Sends the hello. */
  public void greet(ByteString nonce, String engineVersion, String javaVersion) {
    if (state != State.NEW) {
      throw new IllegalStateException("greeted twice");
    }
    state = State.GREETED;
    send(
        frame()
            .setHello(
                Hello.newBuilder()
                    .setNonce(nonce)
                    .setEngineVersion(engineVersion)
                    .setJavaVersion(javaVersion)));
  }

  /** True once {@code Stopped} or {@code Fault} was sent. */
  public boolean ended() {
    return state == State.ENDED;
  }

  /** Handles one frame of the host. Never throws on account of the guest. */
  public void handle(HostFrame frame) {
    sets = NO_SETS;
    try {
      handleChecked(frame);
    } catch (GuestFault fault) {
      fail(fault);
    } catch (RuntimeException | StackOverflowError e) {
      // The class name alone: a message or a trace could carry host paths or guest text.
      fail(
          new GuestFault(
              FaultCode.WORKER_FAULT, "worker failed: " + e.getClass().getSimpleName(), "", 0, ""));
    }
  }

  private void handleChecked(HostFrame frame) throws GuestFault {
    received++;
    if (frame.getVersion() != PROTOCOL_VERSION || frame.getSequence() != received) {
      throw protocol("frame out of order");
    }
    switch (frame.getBodyCase()) {
      case START -> start(frame.getStart());
      case BARS -> bars(frame.getBars());
      case STOP -> stop();
      case BODY_NOT_SET -> throw protocol("frame without body");
    }
  }

  private void start(Start start) throws GuestFault {
    expect(State.GREETED);
    WorkerFrame.Builder ready = frame().setReady(guest.construct(start));
    log(guest.drainLog());
    state = State.READY;
    send(ready);
  }

  private void bars(Bars bars) throws GuestFault {
    expect(State.READY);
    if (bars.getSetsCount() == 0) {
      throw protocol("bars without a set");
    }
    sets = new SetCursor(bars.getSetsList());
    List<Intent> intents = List.of();
    while (intents.isEmpty() && sets.hasNext()) {
      intents = guest.process(sets);
    }
    log(guest.drainLog());
    send(
        frame().setAnswer(Answer.newBuilder().setConsumed(sets.consumed()).addAllIntents(intents)));
  }

  private void stop() throws GuestFault {
    expect(State.READY);
    guest.stop();
    log(guest.drainLogToTheEnd());
    state = State.ENDED;
    send(frame().setStopped(Stopped.getDefaultInstance()));
  }

  private void fail(GuestFault fault) {
    if (state == State.ENDED) {
      return;
    }
    state = State.ENDED;
    log(guest.drainLogToTheEnd());
    send(
        frame()
            .setFault(
                Fault.newBuilder()
                    .setCode(fault.code().name())
                    .setMessage(fault.text())
                    .setHook(fault.hook())
                    .setLine(fault.line())
                    .setExceptionClass(fault.exceptionClass())
                    .setConsumed(sets.consumed())));
  }

  private void log(List<String> lines) {
    LogLines.Builder chunk = LogLines.newBuilder();
    int bytes = 0;
    for (String line : lines) {
      // Three bytes a char is the most that UTF-8 needs.
      int most = line.length() * 3 + LINE_OVERHEAD_BYTES;
      if (bytes + most > LOG_FRAME_BYTES_MAX && chunk.getLinesCount() > 0) {
        sendLog(chunk.build());
        chunk.clear();
        bytes = 0;
      }
      chunk.addLines(line);
      bytes += most;
    }
    if (chunk.getLinesCount() > 0) {
      sendLog(chunk.build());
    }
  }

  private void sendLog(LogLines lines) {
    send(frame().setLog(lines));
  }

  private void expect(State wanted) throws GuestFault {
    if (state != wanted) {
      throw protocol("frame not expected in state " + state);
    }
  }

  private static GuestFault protocol(String message) {
    return new GuestFault(FaultCode.WORKER_FAULT, message, "", 0, "");
  }

  private static WorkerFrame.Builder frame() {
    return WorkerFrame.newBuilder().setVersion(PROTOCOL_VERSION);
  }

  private void send(WorkerFrame.Builder frame) {
    sent++;
    sink.send(frame.setSequence(sent).build());
  }
}
