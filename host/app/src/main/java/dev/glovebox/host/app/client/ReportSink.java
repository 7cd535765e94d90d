package dev.glovebox.host.app.client;

import com.google.protobuf.ByteString;

/** Takes the files of a report as they come, one after the other. */
@FunctionalInterface
public interface ReportSink {
  /**
   * Takes the next chunk.
   *
   * @param name of the file, as the host says it
   * @param last whether the file is whole with this chunk
   */
  void take(String name, ByteString data, boolean last);
}
