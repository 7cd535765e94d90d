package dev.glovebox.host.edge;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.rpc.ErrorInfo;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.GetCandidateRequest;
import dev.glovebox.proto.api.v1.ImportSeriesRequest;
import dev.glovebox.proto.api.v1.ListRunsRequest;
import dev.glovebox.proto.api.v1.Mode;
import dev.glovebox.proto.api.v1.RunAccount;
import dev.glovebox.proto.api.v1.RunCosts;
import dev.glovebox.proto.api.v1.RunFees;
import dev.glovebox.proto.api.v1.RunInstrument;
import dev.glovebox.proto.api.v1.RunSpec;
import dev.glovebox.proto.api.v1.StartRunRequest;
import dev.glovebox.proto.api.v1.StopRunRequest;
import dev.glovebox.proto.api.v1.SubmitCandidateRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Every request of glovebox.v1, over a real socket with a host in memory, is answered or refused
 * with a code that is not a defect of ours.
 */
public final class RequestTarget {
  private static final int WAIT_SECONDS_MAX = 10;
  private static final List<String> METHODS =
      RoleTable.GLOVEBOX_V1.methods().stream()
          .filter(method -> method.startsWith("glovebox.v1."))
          .sorted()
          .toList();
  private static final TestEdge EDGE = new TestEdge(Role.values());

  private RequestTarget() {}

  /** Sends {@code data} to the method that its first byte names. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String method = METHODS.get((data[0] & 0xff) % METHODS.size());
    Ended ended = call(method, Arrays.copyOfRange(data, 1, data.length));
    // A call that its caller gave up before it ended is a call that was being served.
    if (!ended.status.isOk()) {
      judge(method, ended);
    }
  }

  private static void judge(String method, Ended ended) {
    com.google.rpc.Status status = StatusProto.fromStatusAndTrailers(ended.status, ended.trailers);
    for (Any detail : status.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          String reason = detail.unpack(ErrorInfo.class).getReason();
          if (Code.valueOf(reason) == Code.INTERNAL) {
            throw new AssertionError(method + " has a defect: " + ended.status);
          }
          return;
        } catch (InvalidProtocolBufferException e) {
          throw new AssertionError(method, e);
        }
      }
    }
    throw new AssertionError(method + " refuses without a code: " + ended.status);
  }

  private record Ended(Status status, Metadata trailers) {}

  private static Ended call(String method, byte[] request) {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNKNOWN)
            .setFullMethodName(method)
            .setRequestMarshaller(Raw.INSTANCE)
            .setResponseMarshaller(Raw.INSTANCE)
            .build();
    ClientCall<byte[], byte[]> call =
        EDGE.channel.newCall(
            descriptor, CallOptions.DEFAULT.withDeadlineAfter(WAIT_SECONDS_MAX, TimeUnit.SECONDS));
    CompletableFuture<Ended> end = new CompletableFuture<>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            call.request(1);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(new Ended(status, trailers));
          }
        },
        new Metadata());
    call.request(1);
    call.sendMessage(request);
    call.halfClose();
    try {
      return end.get(2 * WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " does not end", e);
    }
  }

  private enum Raw implements MethodDescriptor.Marshaller<byte[]> {
    INSTANCE;

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Sound requests, and an empty one for each method. */
  public static List<byte[]> seeds() {
    RunSpec spec =
        RunSpec.newBuilder()
            .setVersion(1)
            .setMode(Mode.MODE_BACKTEST)
            .setBlock(1)
            .setProfile("gate")
            .setTierFloor("process")
            .setAnalysis(Analysis.ANALYSIS_OFF)
            .setArtifactSha256("1".repeat(64))
            .setAccount(RunAccount.newBuilder().setType("CASH").putCash("USD", "100000"))
            .setFees(RunFees.newBuilder().setBasisPoints("5"))
            .setCosts(
                RunCosts.newBuilder()
                    .setHalfSpreadBasisPoints("1")
                    .setImpact("off")
                    .setParticipation("off"))
            .addInstruments(
                RunInstrument.newBuilder()
                    .setId("AAPL")
                    .setSeriesSha256("2".repeat(64))
                    .setCurrency("USD")
                    .setTick("0.01")
                    .setLot("1")
                    .setMultiplier("1"))
            .putParameters("fast", "5")
            .build();
    return List.of(
        of(
            "RunService/StartRun",
            StartRunRequest.newBuilder().setParent("teams/alpha").setRunSpec(spec).build()),
        of("RunService/StopRun", StopRunRequest.newBuilder().setRun(run()).setReason("r").build()),
        of("RunService/ListRuns", ListRunsRequest.newBuilder().setParent("teams/alpha").build()),
        of(
            "CandidateService/GetCandidate",
            GetCandidateRequest.newBuilder().setName("teams/alpha/candidates/cand-1").build()),
        of(
            "CandidateService/SubmitCandidate",
            SubmitCandidateRequest.newBuilder()
                .setParent("teams/alpha")
                .setSource(ByteString.copyFromUtf8("x = 1\n"))
                .build()),
        of("SeriesService/ImportSeries", ImportSeriesRequest.getDefaultInstance()));
  }

  private static String run() {
    return "teams/alpha/runs/run-00000001";
  }

  private static byte[] of(String method, MessageLite request) {
    byte[] bytes = request.toByteArray();
    return ByteBuffer.allocate(bytes.length + 1)
        .put((byte) METHODS.indexOf("glovebox.v1." + method))
        .put(bytes)
        .array();
  }
}
