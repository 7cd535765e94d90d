package dev.glovebox.worker;

import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A host of one worker process: spawns it with the documented flags and speaks the protocol. */
public final class ChildHost implements AutoCloseable {
  /** Longest wait for one frame of a worker on a busy machine. */
  public static final int WAIT_SECONDS_MAX = 60;

  private static final byte[] NONCE = new byte[Invitation.NONCE_BYTES];

  private final Path folder;
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Server server;
  private final Process process;
  private final BlockingQueue<WorkerFrame> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<StreamObserver<HostFrame>> worker = new CompletableFuture<>();
  private final List<String> log = new ArrayList<>();
  private long sequence;

  /** Spawns a worker with a heap of this size, and with more flags than the documented ones. */
  public ChildHost(int heapMebibytes, String... more) throws IOException {
    folder = Files.createTempDirectory("gw");
    Path socket = folder.resolve("h.sock");
    server =
        NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .directExecutor()
            .addService(new Service())
            .build()
            .start();
    process =
        new ProcessBuilder(command(heapMebibytes, List.of(more)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    String invitation = HexFormat.of().formatHex(NONCE) + "\n" + socket + "\n";
    process.getOutputStream().write(invitation.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private static List<String> command(int heapMebibytes, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String line : Files.readAllLines(Path.of("worker.flags"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        command.add(
            line.strip()
                .replace("${heap_mebibytes}", Integer.toString(heapMebibytes))
                .replace("${direct_mebibytes}", "64")
                .replace("${resource_cache}", resourceCache().toString())
                .replace("${temporary_folder}", resourceCache().toString()));
      }
    }
    command.addAll(more);
    command.add("-cp");
    command.add(classPath());
    command.add(WorkerMain.class.getName());
    return command;
  }

  /** Without the logging that an oracle of the tests needs: no worker has it, and it speaks. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("slf4j"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path resourceCache() throws IOException {
    return Files.createDirectories(Path.of("target", "python-cache").toAbsolutePath());
  }

  /** Sends a start order. */
  public void start(Start.Builder start) throws Exception {
    send(HostFrame.newBuilder().setStart(start));
  }

  /** Sends a frame with the next sequence number. */
  public void send(HostFrame.Builder frame) throws Exception {
    sequence++;
    worker
        .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
        .onNext(frame.setVersion(1).setSequence(sequence).build());
  }

  /** Waits for the next frame that is no log. */
  public WorkerFrame next() throws InterruptedException {
    WorkerFrame frame = poll().orElseThrow(() -> new AssertionError("no frame; " + output()));
    if (!frame.hasLog()) {
      return frame;
    }
    log.addAll(frame.getLog().getLinesList());
    return next();
  }

  /** Lines of the log before the frames that were waited for. */
  public List<String> log() {
    return List.copyOf(log);
  }

  private Optional<WorkerFrame> poll() throws InterruptedException {
    return Optional.ofNullable(frames.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS));
  }

  /** Goes away without a word, as a host that was killed does. */
  public void leave() throws IOException {
    process.getOutputStream().close();
    server.shutdownNow();
  }

  /** Waits until the worker has computed for so long. */
  public void awaitWork(Duration processorTime) throws InterruptedException {
    Duration until = used().plus(processorTime);
    while (used().compareTo(until) < 0) {
      Thread.sleep(20);
    }
  }

  private Duration used() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Waits for the worker's exit status. */
  public int exitStatus() throws InterruptedException {
    if (!process.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("the worker lives");
    }
    return process.exitValue();
  }

  /** True while the worker's process lives. */
  public boolean lives() {
    return process.isAlive();
  }

  /** What the process wrote to stdout and stderr. */
  public String output() {
    try {
      return Files.readString(folder.resolve("out"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    server.shutdownNow();
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private final class Service extends WorkerServiceGrpc.WorkerServiceImplBase {
    @Override
    public StreamObserver<WorkerFrame> attach(StreamObserver<HostFrame> responses) {
      worker.complete(responses);
      return new StreamObserver<>() {
        @Override
        public void onNext(WorkerFrame frame) {
          frames.add(frame);
        }

        @Override
        public void onError(Throwable cause) {
          // The exit status tells.
        }

        @Override
        public void onCompleted() {
          responses.onCompleted();
        }
      };
    }
  }
}
