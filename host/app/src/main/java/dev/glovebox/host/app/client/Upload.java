package dev.glovebox.host.app.client;

import com.google.protobuf.ByteString;
import dev.glovebox.host.app.spec.SpecMessage;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.ImportSeriesHeader;
import dev.glovebox.proto.api.v1.ImportSeriesRequest;
import dev.glovebox.proto.api.v1.ImportSeriesResponse;
import dev.glovebox.proto.api.v1.Series;
import dev.glovebox.proto.api.v1.SeriesForm;
import dev.glovebox.proto.api.v1.SeriesServiceGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/** Sends one file of bars or trades in chunks, no faster than the host takes them. */
final class Upload {
  /** Largest bar file, in bytes. */
  static final long BAR_FILE_BYTES_MAX = 1024L * 1024 * 1024;

  private static final int CHUNK_BYTES = 256 * 1024;

  private final Channel channel;
  private final String parent;
  private final Semaphore changed = new Semaphore(0);
  private final CompletableFuture<Series> answer = new CompletableFuture<>();

  Upload(Channel channel, String parent) {
    this.channel = channel;
    this.parent = parent;
  }

  /** Sends {@code file} and returns the host's answer. */
  Series send(Path file, String stamp, long intervalSeconds, boolean ticks) {
    try (InputStream bytes = open(file)) {
      Observer observer = new Observer();
      var _ = SeriesServiceGrpc.newStub(channel).importSeries(observer);
      ClientCallStreamObserver<ImportSeriesRequest> sink = observer.sink();
      sink.onNext(
          ImportSeriesRequest.newBuilder()
              .setHeader(
                  ImportSeriesHeader.newBuilder()
                      .setParent(parent)
                      .setStamp(SpecMessage.stamp(stamp))
                      .setIntervalSeconds(intervalSeconds)
                      .setForm(ticks ? SeriesForm.SERIES_FORM_TICKS : SeriesForm.SERIES_FORM_BARS))
              .build());
      while (!answer.isDone()) {
        byte[] chunk = bytes.readNBytes(CHUNK_BYTES);
        if (chunk.length == 0) {
          break;
        }
        mustBeText(file, chunk, sink);
        if (awaitReady(sink)) {
          sink.onNext(
              ImportSeriesRequest.newBuilder().setChunk(ByteString.copyFrom(chunk)).build());
        }
      }
      if (!answer.isDone()) {
        sink.onCompleted();
      }
      return answer.get();
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Code.HOST_UNREACHABLE, "interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StatusRuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " is missing or no file");
    }
    if (Files.size(file) > BAR_FILE_BYTES_MAX) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " has more than 1 GiB");
    }
    return Files.newInputStream(file);
  }

  private static void mustBeText(
      Path file, byte[] chunk, ClientCallStreamObserver<ImportSeriesRequest> sink) {
    for (byte one : chunk) {
      if (one == 0) {
        sink.cancel("not a text file", null);
        throw new Refusal(Code.FILE_UNREADABLE, file + " is binary, not text");
      }
    }
  }

  private boolean awaitReady(ClientCallStreamObserver<ImportSeriesRequest> sink)
      throws InterruptedException {
    while (!sink.isReady() && !answer.isDone()) {
      changed.acquire();
    }
    return !answer.isDone();
  }

  /** Takes the one answer and wakes the sender. */
  private final class Observer
      implements ClientResponseObserver<ImportSeriesRequest, ImportSeriesResponse> {
    private final CompletableFuture<ClientCallStreamObserver<ImportSeriesRequest>> sink =
        new CompletableFuture<>();

    ClientCallStreamObserver<ImportSeriesRequest> sink() {
      return sink.join();
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ImportSeriesRequest> request) {
      request.setOnReadyHandler(changed::release);
      sink.complete(request);
    }

    @Override
    public void onNext(ImportSeriesResponse response) {
      answer.complete(response.getSeries());
    }

    @Override
    public void onError(Throwable cause) {
      answer.completeExceptionally(cause);
      changed.release();
    }

    @Override
    public void onCompleted() {
      answer.completeExceptionally(
          new Refusal(Code.INTERNAL, "the host ended the upload without an answer"));
      changed.release();
    }
  }
}
