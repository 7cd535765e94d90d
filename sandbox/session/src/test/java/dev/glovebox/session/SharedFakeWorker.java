package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Hello;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.LogLines;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Stopped;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker for several runs by hand. The file name in a run's start order says how it behaves, from
 * the given bar on: {@code good}, {@code sleep}, {@code exit}, {@code memory}, {@code fault},
 * {@code close}; {@code crowded} sleeps and {@code exit-crowded} exits if others could be there;
 * {@code process-id} says its process's id to every bar; {@code slow} takes its time for each;
 * {@code late} logs after its answers; {@code floods} logs without end if it was not the first
 * process.
 *
 * <p>The property {@code mode} says how the process behaves, in words: {@code partial=FILE} makes
 * one connection less than it should, and then the file; {@code gate=FILE} makes none before there
 * is that file; {@code once=FILE} makes none if there is that file, and makes it; {@code mark=FILE}
 * makes it and knows by it whether it was the first.
 */
final class SharedFakeWorker implements StreamObserver<HostFrame> {
  /** The bar, counted from 1, at which something happens. */
  static final int BAD_BAR = 3;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int LINE_BYTES = 4096;
  private static final int SLOW_MILLIS = 50;

  /** Connections on which nothing is said. */
  private static final List<SocketChannel> KEPT = new ArrayList<>();

  /** Whether there was such a process before; set before anything is said. */
  private static volatile boolean second;

  private final boolean crowded;
  private @Nullable StreamObserver<WorkerFrame> host;
  private String mode = "";
  private long sequence;
  private int bars;

  private SharedFakeWorker(boolean crowded) {
    this.crowded = crowded;
  }

  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] first = lines.readLine().split(" ", -1);
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(lines.readLine());
    int seats = first.length == 1 ? 1 : Integer.parseInt(first[1]);
    int dialled = seats - hindrance(System.getProperty("mode", ""), address, seats);
    for (int i = 0; i < dialled; i++) {
      attach(address, HexFormat.of().parseHex(first[0]), seats > 1);
    }
    try {
      while (lines.read() >= 0) {
        // Only the end matters.
      }
    } catch (IOException _) {
      // The same.
    }
    Runtime.getRuntime().halt(4);
  }

  private static Path file() {
    String mode = System.getProperty("mode", "");
    return Path.of(mode.substring(mode.indexOf('=') + 1));
  }

  /** Waits if it must; returns how many connections it is not to make. */
  private static int hindrance(String mode, UnixDomainSocketAddress address, int seats)
      throws Exception {
    Path file = file();
    boolean was = Files.exists(file);
    switch (mode.split("=", 2)[0]) {
      case "partial" -> {
        if (seats == 1) {
          return 0;
        }
        for (int i = 1; i < seats; i++) {
          KEPT.add(SocketChannel.open(address));
        }
        Files.writeString(file, "");
        return seats;
      }
      case "gate" -> {
        while (!Files.exists(file)) {
          Thread.sleep(10);
        }
      }
      case "once" -> {
        Files.writeString(file, "");
        return was ? seats : 0;
      }
      case "mark" -> {
        Files.writeString(file, "");
        second = was;
      }
      default -> {
        // Nothing hinders it.
      }
    }
    return 0;
  }

  private static void attach(UnixDomainSocketAddress address, byte[] nonce, boolean crowded) {
    SharedFakeWorker seat = new SharedFakeWorker(crowded);
    StreamObserver<WorkerFrame> host =
        WorkerServiceGrpc.newStub(
                NettyChannelBuilder.forAddress(address)
                    .eventLoopGroup(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                    .channelType(NioDomainSocketChannel.class)
                    .overrideAuthority("glovebox-worker")
                    .usePlaintext()
                    .directExecutor()
                    .build())
            .attach(seat);
    seat.host = host;
    seat.say(
        WorkerFrame.newBuilder()
            .setHello(
                Hello.newBuilder()
                    .setNonce(ByteString.copyFrom(nonce))
                    .setEngineVersion("fake 1")
                    .setJavaVersion("25")));
  }

  @Override
  public void onNext(HostFrame frame) {
    switch (frame.getBodyCase()) {
      case START -> {
        mode = frame.getStart().getFileName();
        say(WorkerFrame.newBuilder().setReady(Ready.newBuilder().setStrategyClass("Strategy")));
      }
      case BARS -> bars(frame.getBars().getSetsCount());
      case STOP -> say(WorkerFrame.newBuilder().setStopped(Stopped.getDefaultInstance()));
      case BODY_NOT_SET -> throw new IllegalStateException("empty frame");
    }
  }

  private void bars(int sets) {
    bars++;
    say(
        WorkerFrame.newBuilder()
            .setLog(LogLines.newBuilder().addLines("bar " + bars + addition())));
    switch (mode) {
      case "slow" -> sleep(SLOW_MILLIS);
      case "floods" -> flood();
      default -> {
        // It answers at once.
      }
    }
    if (bars >= BAD_BAR) {
      switch (mode) {
        case "sleep" -> sleep(600_000);
        case "crowded" -> {
          if (crowded) {
            sleep(600_000);
          }
        }
        case "exit-crowded" -> {
          if (crowded) {
            Runtime.getRuntime().halt(7);
          }
        }
        case "exit" -> Runtime.getRuntime().halt(7);
        case "memory" -> fill();
        case "close" -> host().onCompleted();
        case "fault" -> {
          say(
              WorkerFrame.newBuilder()
                  .setFault(Fault.newBuilder().setCode("STRATEGY_ERROR").setMessage("boom")));
          return;
        }
        default -> {
          // Good.
        }
      }
    }
    say(WorkerFrame.newBuilder().setAnswer(Answer.newBuilder().setConsumed(sets)));
    if (mode.equals("late")) {
      say(WorkerFrame.newBuilder().setLog(LogLines.newBuilder().addLines("late " + bars)));
    }
  }

  private void flood() {
    String line = "x".repeat(LINE_BYTES);
    for (int i = 0; second && i < 2 * MEBIBYTE / LINE_BYTES; i++) {
      say(WorkerFrame.newBuilder().setLog(LogLines.newBuilder().addLines(line)));
    }
  }

  private String addition() {
    return mode.equals("process-id") ? " of " + ProcessHandle.current().pid() : "";
  }

  private static void fill() {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < 1_000_000) {
      kept.add(new byte[MEBIBYTE]);
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(WorkerFrame.Builder frame) {
    sequence++;
    host().onNext(frame.setVersion(1).setSequence(sequence).build());
  }

  private StreamObserver<WorkerFrame> host() {
    StreamObserver<WorkerFrame> attached = host;
    if (attached == null) {
      throw new IllegalStateException("not attached");
    }
    return attached;
  }

  @Override
  public void onError(Throwable failure) {
    // This run was left; others may go on.
  }

  @Override
  public void onCompleted() {
    // The same.
  }
}
