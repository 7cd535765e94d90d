package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.ImportSeriesHeader;
import dev.glovebox.proto.api.v1.ImportSeriesRequest;
import dev.glovebox.proto.api.v1.ImportSeriesResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One file of bars or trades on its way in: the transport puts chunks, a thread of its own has them
 * imported.
 *
 * <p>The answer is given once, by whichever side ends first; what the peer sends after it is
 * dropped.
 */
final class SeriesUpload implements StreamObserver<ImportSeriesRequest> {
  /** Longest interval that a caller may name, in seconds: ten years. */
  static final long INTERVAL_SECONDS_MAX = 315_576_000;

  private final SeriesLibrary library;
  private final Caller caller;
  private final ServerCallStreamObserver<ImportSeriesResponse> reply;
  private final Failures failures;
  private final UploadStream file;
  private final AtomicBoolean answered = new AtomicBoolean();
  private boolean started;

  SeriesUpload(
      SeriesLibrary library,
      Caller caller,
      ServerCallStreamObserver<ImportSeriesResponse> reply,
      Failures failures) {
    this.library = library;
    this.caller = caller;
    this.reply = reply;
    this.failures = failures;
    this.file = new UploadStream(() -> reply.request(1));
    reply.disableAutoRequest();
    reply.request(UploadStream.CHUNKS_AHEAD_MAX);
    reply.setOnCancelHandler(() -> file.fail("the peer cancelled the upload"));
  }

  @Override
  public void onNext(ImportSeriesRequest request) {
    if (answered.get()) {
      return;
    }
    try {
      accept(request);
    } catch (RuntimeException e) {
      // The answer first: the import's thread, woken by the second line, must not give another.
      fail(e);
      file.fail("the upload was refused");
    }
  }

  @Override
  public void onError(Throwable cause) {
    file.fail("the peer broke off the upload");
  }

  @Override
  public void onCompleted() {
    if (!started && !answered.get()) {
      fail(InvalidField.argument("header", "must come before the upload ends"));
    }
    file.complete();
  }

  private void accept(ImportSeriesRequest request) {
    switch (request.getPartCase()) {
      case HEADER -> start(request.getHeader());
      case CHUNK -> {
        int bytes = request.getChunk().size();
        if (!started) {
          throw InvalidField.argument("chunk", "must follow the header");
        }
        if (bytes == 0 || bytes > EdgeLimits.CHUNK_BYTES_MAX) {
          throw InvalidField.argument(
              "chunk", "must have 1 to " + EdgeLimits.CHUNK_BYTES_MAX + " bytes");
        }
        file.put(request.getChunk().toByteArray());
      }
      case PART_NOT_SET -> throw InvalidField.argument("part", "must be a header or a chunk");
    }
  }

  private void start(ImportSeriesHeader header) {
    if (started) {
      throw InvalidField.argument("header", "must come once");
    }
    Names.mustBeOwnTeam(caller, header.getParent());
    String stamp = SeriesAdapter.stamp(Code.ARGUMENT_INVALID, "header.stamp", header.getStamp());
    long interval = header.getIntervalSeconds();
    if (interval < 0 || interval > INTERVAL_SECONDS_MAX) {
      throw InvalidField.argument(
          "header.interval_seconds", "must be 0 to " + INTERVAL_SECONDS_MAX);
    }
    Import wanted =
        switch (header.getForm()) {
          case SERIES_FORM_UNSPECIFIED, SERIES_FORM_BARS ->
              () -> library.importBars(caller, file, stamp, interval);
          case SERIES_FORM_TICKS -> () -> library.importTicks(caller, file, stamp, interval);
          case UNRECOGNIZED -> throw InvalidField.argument("header.form", "must be bars or ticks");
        };
    started = true;
    reply.request(1);
    Thread.ofVirtual().name("import").start(Context.current().wrap(() -> answer(wanted)));
  }

  /** Has the file imported. */
  @FunctionalInterface
  private interface Import {
    Series run();
  }

  private void answer(Import wanted) {
    try {
      Series series = wanted.run();
      if (answered.compareAndSet(false, true)) {
        reply.onNext(ImportSeriesResponse.newBuilder().setSeries(Messages.series(series)).build());
        reply.onCompleted();
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(RuntimeException failure) {
    if (answered.compareAndSet(false, true) && !reply.isCancelled()) {
      reply.onError(failures.status(failure));
    }
  }
}
