package dev.glovebox.programs;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.SizingTerms;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.GuestFault;
import dev.glovebox.worker.python.GuestThread;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What a program did, as a host would be told. It is no strategy, so it always ends in a fault: by
 * its own error, or as a module without a strategy.
 *
 * @param said lines of output
 * @param type the exception's class
 * @param line submitted line that raised it, 0 if none of the program's own
 */
record Behaviour(List<String> said, String code, String type, String message, int line) {
  private static final PythonEngine ENGINE = PythonEngine.open();

  /**
   * Loads the texts one after the other as the worker loads a prepared form: in one context, that
   * knows nothing of other calls, as long as none breaks it.
   */
  static List<Behaviour> ofAll(List<Start> texts) {
    FutureTask<List<Behaviour>> run = new FutureTask<>(() -> load(texts));
    new GuestThread(run).start();
    try {
      return run.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Behaviour> load(List<Start> texts) {
    List<Behaviour> all = new ArrayList<>();
    PythonGuest guest = new PythonGuest(ENGINE);
    for (Start text : texts) {
      Behaviour one = load(guest, text);
      if (one.code.equals(FaultCode.WORKER_FAULT.name())) {
        guest = new PythonGuest(ENGINE);
      }
      all.add(one);
    }
    return all;
  }

  private static Behaviour load(PythonGuest guest, Start text) {
    try {
      guest.construct(text);
      throw new AssertionError("a program is no strategy");
    } catch (GuestFault fault) {
      return new Behaviour(
          guest.drainLogToTheEnd(),
          fault.code().name(),
          fault.exceptionClass(),
          fault.text(),
          fault.line());
    }
  }

  /** The order to load {@code text}. */
  static Start start(byte[] text, List<Integer> lineMap) {
    return Start.newBuilder()
        .setLanguage(PythonGuest.LANGUAGE)
        .setPreparedForm(ByteString.copyFrom(text))
        .addAllLineMap(lineMap)
        .setFileName("program.py")
        .setSeed(7)
        .setSizing(SizingTerms.newBuilder().setReserveBuffer("0").setFeeBasisPoints("0"))
        .setLimits(
            Limits.newBuilder()
                .setStatementsPerHookMax(PythonGuest.STATEMENTS_DEFAULT)
                .setRecursionMax(200)
                .setLogLineBytesMax(4 * 1024)
                .setLogRunBytesMax(1024 * 1024)
                .setIntentsPerHookMax(256)
                .setHistoryBarsMax(1000))
        .build();
  }
}
