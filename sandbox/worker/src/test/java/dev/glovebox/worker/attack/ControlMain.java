package dev.glovebox.worker.attack;

import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.Stopped;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.guest.Texts;
import dev.glovebox.worker.python.PythonEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * The positive control: the same attacks and the same strategy API, and nothing that protects. No
 * policy, no limits, no prelude, no lockdown, no jail.
 */
public final class ControlMain {
  /** Bars of each run: as many as a single-use worker gets, for what adds up. */
  private static final int BARS = 4;

  private static final int LINES_MAX = 10_000;
  private static final String PYTHON = "python";
  private static final String API = "/dev/glovebox/strategy/python/glovebox/";

  private ControlMain() {}

  /** Serves attacks. */
  public static void main(String[] arguments) {
    Exchange exchange = Exchange.ofStandardStreams();
    Engine engine = Engine.newBuilder(PYTHON).option("engine.WarnInterpreterOnly", "false").build();
    exchange.serve((start, frames) -> run(engine, start, frames), () -> {});
  }

  private static void run(Engine engine, Start start, Consumer<WorkerFrame> frames) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    WorkerFrame.Builder end = WorkerFrame.newBuilder();
    try (Context context =
        Context.newBuilder(PYTHON)
            .engine(engine)
            .allowAllAccess(true)
            .out(printed)
            .err(printed)
            .build()) {
      drive(context, start);
      end.setStopped(Stopped.getDefaultInstance());
    } catch (PolyglotException e) {
      String message = Texts.cut(String.valueOf(e.getMessage()), Texts.MESSAGE_BYTES_MAX);
      end.setFault(Fault.newBuilder().setCode("CONTROL_FAILED").setMessage(message));
    }
    frames.accept(
        Exchange.log(printed.toString(StandardCharsets.UTF_8).lines().limit(LINES_MAX).toList()));
    frames.accept(end.build());
  }

  private static void drive(Context context, Start start) {
    Value load = context.eval(source(resource("/dev/glovebox/worker/attack/control.py")));
    List<Object> modules = new ArrayList<>();
    for (String module : PythonEngine.API_MODULES) {
      modules.add("glovebox." + module);
      modules.add(resource(API + module + ".py"));
    }
    modules.add("glovebox");
    modules.add(resource(API + "__init__.py"));
    modules.add("_glovebox_driver");
    modules.add(resource("/dev/glovebox/worker/python/driver.py"));
    Value run = load.execute(modules.toArray());
    List<Object> bars = new ArrayList<>();
    Market.waves(BARS)
        .forEach(bar ->
            bars.addAll(
                List.of(
                    bar.getOpenTimeUs(),
                    bar.getCloseTimeUs(),
                    bar.getOpen(),
                    bar.getHigh(),
                    bar.getLow(),
                    bar.getClose())));
    run.execute(start.getPreparedForm().toStringUtf8(), start.getFileName(), bars.toArray());
  }

  private static Source source(String text) {
    return Source.newBuilder(PYTHON, text, "<control>").buildLiteral();
  }

  private static String resource(String name) {
    try (InputStream in = ControlMain.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
