package dev.glovebox.host.market;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Sha256;
import java.io.InputStream;

/** Imports and finds series. Refusals are {@link dev.glovebox.host.model.Refusal}s with a code. */
public interface SeriesLibrary {
  /**
   * Has a bar file parsed in a jailed process and keeps its canonical form.
   *
   * @param file opaque bytes; read to the end, at most 1 GiB
   * @param stamp {@code open} or {@code close}
   * @param intervalSeconds 0 = infer
   */
  Series importBars(Caller caller, InputStream file, String stamp, long intervalSeconds);

  /**
   * Has a file of trades parsed in a jailed process, keeps the trades, and folds them into a series
   * of closed bars that names them.
   *
   * @param file opaque bytes; read to the end, at most 1 GiB
   * @param stamp {@code open} or {@code close}: which end of a bar its stamp names
   * @param intervalSeconds length of a bar, above 0
   */
  Series importTicks(Caller caller, InputStream file, String stamp, long intervalSeconds);

  /** Returns one series of the caller's team. */
  Series find(Caller caller, Sha256 hash);

  /** Lists the team's series, newest first. */
  Page<Series> list(Caller caller, int pageSize, String pageToken);
}
