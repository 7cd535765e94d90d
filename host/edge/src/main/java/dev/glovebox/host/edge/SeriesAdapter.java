package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.proto.api.v1.GetSeriesRequest;
import dev.glovebox.proto.api.v1.GetSeriesResponse;
import dev.glovebox.proto.api.v1.ImportSeriesRequest;
import dev.glovebox.proto.api.v1.ImportSeriesResponse;
import dev.glovebox.proto.api.v1.ListSeriesRequest;
import dev.glovebox.proto.api.v1.ListSeriesResponse;
import dev.glovebox.proto.api.v1.SeriesServiceGrpc;
import dev.glovebox.proto.api.v1.Stamp;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Serves {@code SeriesService}: translates, {@link SeriesLibrary} decides. */
final class SeriesAdapter extends SeriesServiceGrpc.SeriesServiceImplBase {
  private final SeriesLibrary library;
  private final Failures failures;

  SeriesAdapter(SeriesLibrary library, Failures failures) {
    this.library = library;
    this.failures = failures;
  }

  @Override
  public StreamObserver<ImportSeriesRequest> importSeries(
      StreamObserver<ImportSeriesResponse> reply) {
    return new SeriesUpload(
        library,
        Admission.caller(),
        (ServerCallStreamObserver<ImportSeriesResponse>) reply,
        failures);
  }

  @Override
  public void getSeries(GetSeriesRequest request, StreamObserver<GetSeriesResponse> reply) {
    Caller caller = Admission.caller();
    Series series = library.find(caller, Names.series(caller, request.getName()));
    reply.onNext(GetSeriesResponse.newBuilder().setSeries(Messages.series(series)).build());
    reply.onCompleted();
  }

  @Override
  public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Page<Series> page =
        library.list(caller, Names.pageSize(request.getPageSize()), request.getPageToken());
    reply.onNext(
        ListSeriesResponse.newBuilder()
            .addAllSeries(page.items().stream().map(Messages::series).toList())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  /** Returns the word of the core for what stamps mean. */
  static String stamp(Code code, String field, Stamp stamp) {
    return switch (stamp) {
      case STAMP_OPEN -> "open";
      case STAMP_CLOSE -> "close";
      case STAMP_UNSPECIFIED, UNRECOGNIZED ->
          throw new InvalidField(code, field, "must be STAMP_OPEN or STAMP_CLOSE");
    };
  }
}
