package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Hello;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.LogLines;
import dev.glovebox.proto.worker.v1.MarketOrder;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.proto.worker.v1.Stopped;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker that speaks the protocol by hand and behaves as the property {@code mode} says. */
final class FakeWorker implements StreamObserver<HostFrame> {
  private static final int FLOOD = 10_000_000;

  /** Small frames of log that nobody asked for; far below what a run may log. */
  static final int CHATTER = 1000;

  private static final int MEBIBYTE = 1024 * 1024;
  private static String mode = "";
  private static int lastIntent;

  private @Nullable StreamObserver<WorkerFrame> host;
  private long sequence;
  private boolean flooding;

  private FakeWorker() {}

  public static void main(String[] arguments) throws Exception {
    mode = System.getProperty("mode", "");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    byte[] nonce = HexFormat.of().parseHex(lines.readLine());
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(lines.readLine());
    Thread.ofPlatform().daemon().start(() -> haltAtEndOf(lines));
    switch (mode) {
      case "early" -> Runtime.getRuntime().halt(7);
      case "silent" -> sleep();
      case "start-memory" -> fill();
      case "no-http" -> noise(address);
      case "ping-flood" -> raw(address, nonce).flood(FLOOD, RawPeer.PING, 0, 0, new byte[8]);
      case "garbage" -> raw(address, nonce).message((byte) -1, (byte) 7, (byte) 9);
      case "close" -> raw(address, nonce).close();
      case "reset" -> raw(address, nonce).frame(RawPeer.RST_STREAM, 0, 1, new byte[4]);
      case "not-reading" -> notReading(raw(address, nonce));
      default -> attach(address, nonce);
    }
    sleep();
  }

  private static void haltAtEndOf(BufferedReader lines) {
    try {
      while (lines.read() >= 0) {
        // Nothing more is said; only the end matters.
      }
    } catch (IOException _) {
      // The same.
    }
    Runtime.getRuntime().halt(4);
  }

  private static void noise(UnixDomainSocketAddress address) throws IOException {
    SocketChannel socket = SocketChannel.open(address);
    socket.write(
        ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".repeat(20).getBytes(StandardCharsets.US_ASCII)));
    sleep();
  }

  /** Greets as it should, in bytes of its own. */
  private static RawPeer raw(UnixDomainSocketAddress address, byte[] nonce) throws IOException {
    WorkerFrame.Builder hello =
        WorkerFrame.newBuilder().setHello(Hello.newBuilder().setNonce(ByteString.copyFrom(nonce)));
    return new RawPeer(address).attach().message(numbered(hello, 1));
  }

  private static byte[] numbered(WorkerFrame.Builder frame, long sequence) {
    return frame.setVersion(1).setSequence(sequence).build().toByteArray();
  }

  /** Reads nothing after the start and answers at a guess, a little later than asked. */
  private static void notReading(RawPeer peer) throws Exception {
    // Settings, acknowledgement, headers and a part of the start; then never again.
    peer.read(100);
    peer.message(numbered(ready("Strategy"), 2));
    for (long number = 3; number < 1_000_000; number++) {
      Thread.sleep(1_000);
      peer.message(numbered(answer(WorkerLimits.BLOCK_SETS_MAX), number));
    }
  }

  private static void attach(UnixDomainSocketAddress address, byte[] nonce) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address)
            .eventLoopGroup(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
            .channelType(NioDomainSocketChannel.class)
            .overrideAuthority("glovebox-worker")
            .usePlaintext()
            .directExecutor()
            .build();
    FakeWorker worker = new FakeWorker();
    StreamObserver<WorkerFrame> host = WorkerServiceGrpc.newStub(channel).attach(worker);
    worker.host = host;
    byte[] said =
        switch (mode) {
          case "nonce" -> new byte[32];
          case "nonce-replayed" -> TestProcesses.nonces().fresh();
          default -> nonce;
        };
    if (mode.equals("second-connection")) {
      requireNoSecondConnection(channel, address);
    }
    if (mode.equals("no-hello")) {
      sleep();
    }
    worker.say(
        WorkerFrame.newBuilder()
            .setHello(
                Hello.newBuilder()
                    .setNonce(ByteString.copyFrom(said))
                    .setEngineVersion("fake 1")
                    .setJavaVersion(Runtime.version().toString())));
  }

  /** Exits with a status of its own if the host takes a second connection. */
  private static void requireNoSecondConnection(
      ManagedChannel channel, UnixDomainSocketAddress address) {
    while (channel.getState(true) != ConnectivityState.READY) {
      Thread.onSpinWait();
    }
    try {
      SocketChannel.open(address).close();
      Runtime.getRuntime().halt(9);
    } catch (IOException _) {
      // Refused, as it must be.
    }
  }

  @Override
  public void onNext(HostFrame frame) {
    switch (frame.getBodyCase()) {
      case START -> start();
      case BARS -> bars(frame.getBars().getSetsCount());
      case STOP -> {
        if (mode.equals("silent-stop")) {
          sleep();
        }
        say(WorkerFrame.newBuilder().setStopped(Stopped.getDefaultInstance()));
      }
      case BODY_NOT_SET -> throw new IllegalStateException("empty frame");
    }
  }

  private void start() {
    switch (mode) {
      case "silent-start" -> sleep();
      case "parameter" -> say(fault("PARAMETER_INVALID", "no parameter x"));
      case "answer-early" -> say(answer(1));
      default -> say(ready("Strategy"));
    }
    if (mode.equals("answer-twice")) {
      say(answer(1));
    }
  }

  private void bars(int sets) {
    switch (mode) {
      case "sequence" -> {
        sequence += 1;
        say(answer(sets));
      }
      case "version" -> say(answer(sets), 2);
      case "fewer" -> say(answer(1, intent(lastIntent + 1, 5, 0)));
      case "log" -> {
        say(log("a line", "\u001b[31mred"));
        say(answer(sets));
      }
      case "chatter" -> {
        say(answer(sets));
        for (int i = 0; i < CHATTER; i++) {
          say(log("x"));
        }
      }
      case "log-line" -> say(log("x".repeat(4097)));
      case "log-flood" -> logFlood();
      case "frame-flood" -> {
        if (!flooding) {
          flooding = true;
          Thread.ofPlatform().start(() -> frameFlood(sets));
        }
      }
      case "ready-again" -> say(ready("Strategy"));
      case "unsent-sets" -> say(answer(sets + 1));
      case "no-body" -> say(WorkerFrame.newBuilder());
      case "oversized" -> say(log("x".repeat(MEBIBYTE)));
      case "fault" -> say(fault("STRATEGY_ERROR", "boom"));
      case "fault-unknown" -> say(fault("ALL_IS_WELL", "trust me"));
      case "fault-host-code" -> say(fault("WALL_DEADLINE", "the host was slow"));
      case "fault-and-exit" -> {
        say(fault("BUDGET_EXCEEDED", "spent"));
        host().onCompleted();
        // The stream's thread is this one: let it send before the process ends.
        Thread.ofPlatform().start(FakeWorker::exitSoon);
      }
      case "sleep" -> sleep();
      case "memory" -> fill();
      case "exit" -> Runtime.getRuntime().halt(7);
      case "complete" -> host().onCompleted();
      default -> say(answer(sets));
    }
  }

  private void logFlood() {
    String line = "l".repeat(4096);
    for (int i = 0; i < 257; i++) {
      say(log(line));
    }
  }

  /** Never stops; must be held back by flow control, not by the host's memory. */
  private void frameFlood(int sets) {
    String line = "l".repeat(4096);
    List<String> lines = Collections.nCopies(200, line);
    say(answer(sets));
    ClientCallStreamObserver<WorkerFrame> stream = (ClientCallStreamObserver<WorkerFrame>) host();
    while (true) {
      while (!stream.isReady()) {
        Thread.onSpinWait();
      }
      say(WorkerFrame.newBuilder().setLog(LogLines.newBuilder().addAllLines(lines)));
    }
  }

  private static WorkerFrame.Builder ready(String name) {
    return WorkerFrame.newBuilder()
        .setReady(
            Ready.newBuilder()
                .setWarmupBars(3)
                .setStrategyClass(name)
                .addParameters(
                    ParameterValue.newBuilder().setName("fast").setType("int").setValue("5")));
  }

  private static WorkerFrame.Builder answer(int consumed, Intent... intents) {
    lastIntent += intents.length;
    return WorkerFrame.newBuilder()
        .setAnswer(
            Answer.newBuilder()
                .setConsumed(consumed)
                .addAllIntents(List.of(intents))
                .setStatements(17));
  }

  private static Intent intent(int number, long mantissa, int scale) {
    return Intent.newBuilder()
        .setSequence(number)
        .setInstrument("AAPL")
        .setCall("buy")
        .setMarket(
            MarketOrder.newBuilder()
                .setSide(Side.SIDE_BUY)
                .setQuantity(
                    Amount.newBuilder()
                        .setValue(Decimal.newBuilder().setMantissa(mantissa).setScale(scale))))
        .build();
  }

  private static WorkerFrame.Builder log(String... lines) {
    return WorkerFrame.newBuilder().setLog(LogLines.newBuilder().addAllLines(List.of(lines)));
  }

  private static WorkerFrame.Builder fault(String code, String message) {
    return WorkerFrame.newBuilder()
        .setFault(
            Fault.newBuilder()
                .setCode(code)
                .setMessage(message)
                .setHook("on_bar")
                .setLine(12)
                .setExceptionClass("ValueError"));
  }

  private static void fill() {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < 1_000_000) {
      kept.add(new byte[MEBIBYTE]);
    }
  }

  private static void exitSoon() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void sleep() {
    try {
      Thread.sleep(600_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(WorkerFrame.Builder frame) {
    say(frame, 1);
  }

  private void say(WorkerFrame.Builder frame, int version) {
    sequence++;
    host().onNext(frame.setVersion(version).setSequence(sequence).build());
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
    if (!mode.equals("oversized")) {
      Runtime.getRuntime().halt(4);
    }
  }

  @Override
  public void onCompleted() {
    Runtime.getRuntime().halt(4);
  }
}
