package dev.glovebox.host.market;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than a limit, in bytes. */
final class CappedInputStream extends FilterInputStream {
  private long left;

  CappedInputStream(InputStream in, long bytesMax) {
    super(in);
    this.left = bytesMax;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new Refusal(Code.BAR_LIMIT_FILE_BYTES, "a bar file has at most 1 GiB");
    }
  }
}
