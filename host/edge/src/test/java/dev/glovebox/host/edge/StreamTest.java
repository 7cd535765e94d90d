package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.proto.api.v1.CheckServiceGrpc;
import dev.glovebox.proto.api.v1.CheckVerdict;
import dev.glovebox.proto.api.v1.GetRunReportRequest;
import dev.glovebox.proto.api.v1.GetRunReportResponse;
import dev.glovebox.proto.api.v1.GetSeriesRequest;
import dev.glovebox.proto.api.v1.ImportSeriesHeader;
import dev.glovebox.proto.api.v1.ImportSeriesRequest;
import dev.glovebox.proto.api.v1.ImportSeriesResponse;
import dev.glovebox.proto.api.v1.RunServiceGrpc;
import dev.glovebox.proto.api.v1.SeriesServiceGrpc;
import dev.glovebox.proto.api.v1.Stamp;
import dev.glovebox.proto.api.v1.WatchCheckRequest;
import dev.glovebox.proto.api.v1.WatchCheckResponse;
import dev.glovebox.proto.api.v1.WatchRunRequest;
import dev.glovebox.proto.api.v1.WatchRunResponse;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads, watching and reports, chunk by chunk over a real socket. */
@Timeout(60)
final class StreamTest {
  private static final ImportSeriesRequest HEADER =
      ImportSeriesRequest.newBuilder()
          .setHeader(
              ImportSeriesHeader.newBuilder()
                  .setParent("teams/alpha")
                  .setStamp(Stamp.STAMP_CLOSE)
                  .setIntervalSeconds(300))
          .build();

  private final TestEdge edge = new TestEdge(Role.AGENT);

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void importsAFileOfManyChunks() throws Exception {
    byte[] file = new byte[20 * EdgeLimits.CHUNK_BYTES_MAX + 1];
    new Random(5).nextBytes(file);
    List<ImportSeriesRequest> requests = new ArrayList<>(List.of(HEADER));
    for (int at = 0; at < file.length; at += EdgeLimits.CHUNK_BYTES_MAX) {
      requests.add(
          chunk(
              ByteString.copyFrom(
                  file, at, Math.min(EdgeLimits.CHUNK_BYTES_MAX, file.length - at))));
    }
    var series = upload(requests).get(30, TimeUnit.SECONDS).getSeries();
    assertThat(series.getName()).isEqualTo("teams/alpha/series/" + Sha256.of(file));
    assertThat(series.getStamp()).isEqualTo(Stamp.STAMP_CLOSE);
    assertThat(series.getIntervalSeconds()).isEqualTo(300);
    assertThat(
            SeriesServiceGrpc.newBlockingStub(edge.channel)
                .getSeries(GetSeriesRequest.newBuilder().setName(series.getName()).build())
                .getSeries())
        .isEqualTo(series);
  }

  @Test
  void watchesAChecksVerdictsUpToItsReport() {
    List<WatchCheckResponse> events = new ArrayList<>();
    CheckServiceGrpc.newBlockingStub(edge.channel)
        .watchCheck(
            WatchCheckRequest.newBuilder().setCheck("teams/alpha/checks/check-00000001").build())
        .forEachRemaining(events::add);
    assertThat(events.subList(0, 4))
        .extracting(event -> event.getResult().getVerdict())
        .containsExactly(
            CheckVerdict.CHECK_VERDICT_PASSED,
            CheckVerdict.CHECK_VERDICT_FAILED,
            CheckVerdict.CHECK_VERDICT_NOTED,
            CheckVerdict.CHECK_VERDICT_SKIPPED);
    assertThat(events.getLast().getEnded().getReportJson()).isEqualTo("{\"overall\":\"PASSED\"}");
    assertThat(events.getLast().getEnded().getLogPosition()).isEqualTo(8);
  }

  @Test
  void refusesAChunkBeforeTheHeader() {
    refuses(List.of(chunk(ByteString.copyFromUtf8("x"))), "must follow the header");
  }

  @Test
  void refusesASecondHeader() {
    refuses(List.of(HEADER, HEADER), "must come once");
  }

  @Test
  void refusesAnUploadWithoutHeader() {
    refuses(List.of(), "must come before the upload ends");
  }

  @Test
  void refusesAChunkOneByteAboveTheLimit() {
    refuses(
        List.of(HEADER, chunk(ByteString.copyFrom(new byte[EdgeLimits.CHUNK_BYTES_MAX + 1]))),
        "1 to 262144 bytes");
  }

  @Test
  void refusesAnEmptyChunk() {
    refuses(List.of(HEADER, chunk(ByteString.EMPTY)), "1 to 262144 bytes");
  }

  @Test
  void passesOnARefusalThatComesBeforeTheFileEnds() {
    edge.host.failure = Optional.of(new Refusal(Code.SERIES_INVALID, "line 1 is not a header"));
    refuses(List.of(HEADER, chunk(ByteString.copyFromUtf8("x"))), "SERIES_INVALID");
  }

  @Test
  void sendsEveryEventOfARun() {
    edge.host.logLines = 5000;
    List<WatchRunResponse> events = new ArrayList<>();
    RunServiceGrpc.newBlockingStub(edge.channel)
        .watchRun(WatchRunRequest.newBuilder().setRun("teams/alpha/runs/run-00000001").build())
        .forEachRemaining(events::add);
    assertThat(events).hasSize(5002);
    assertThat(events.getFirst().getProgress().getBars()).isEqualTo(2);
    assertThat(events.get(5000).getLog().getLine()).isEqualTo("line 4999");
    assertThat(events.getLast().getEnded().getReportJson()).isEqualTo("{\"code\":\"OK\"}");
    assertThat(events.getLast().getEnded().getLogPosition()).isEqualTo(7);
  }

  @Test
  void sendsReportFilesInChunks() throws Exception {
    byte[] file = new byte[2 * EdgeLimits.CHUNK_BYTES_MAX + 7];
    new Random(6).nextBytes(file);
    edge.host.reportBytes = file;
    Iterator<GetRunReportResponse> chunks =
        RunServiceGrpc.newBlockingStub(edge.channel)
            .getRunReport(
                GetRunReportRequest.newBuilder().setRun("teams/alpha/runs/run-00000001").build());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> shape = new ArrayList<>();
    while (chunks.hasNext()) {
      GetRunReportResponse chunk = chunks.next();
      chunk.getData().writeTo(bytes);
      shape.add(chunk.getFile() + " " + chunk.getLast());
    }
    assertThat(shape)
        .containsExactly("fills.csv false", "fills.csv false", "fills.csv true", "empty.csv true");
    assertThat(bytes.toByteArray()).isEqualTo(file);
  }

  private void refuses(List<ImportSeriesRequest> requests, String sentence) {
    assertThatThrownBy(() -> upload(requests).get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining(sentence);
    assertThat(edge.host.series).isEmpty();
  }

  private CompletableFuture<ImportSeriesResponse> upload(List<ImportSeriesRequest> requests) {
    CompletableFuture<ImportSeriesResponse> answer = new CompletableFuture<>();
    StreamObserver<ImportSeriesRequest> sink =
        SeriesServiceGrpc.newStub(edge.channel)
            .importSeries(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ImportSeriesResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable cause) {
                    answer.completeExceptionally(cause);
                  }

                  @Override
                  public void onCompleted() {
                    answer.completeExceptionally(new AssertionError("ended without an answer"));
                  }
                });
    requests.forEach(sink::onNext);
    sink.onCompleted();
    return answer;
  }

  private static ImportSeriesRequest chunk(ByteString bytes) {
    return ImportSeriesRequest.newBuilder().setChunk(bytes).build();
  }
}
