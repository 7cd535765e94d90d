package dev.glovebox.host.market;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.PageToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Rows of imported series. */
final class SeriesTable {
  private final Database database;

  SeriesTable(Database database) {
    this.database = database;
  }

  private record Row(long number, Series series) {}

  /** Inserts a series; the same one again changes nothing. */
  void insert(Series series, Receipt receipt) {
    database.execute(
        """
        INSERT INTO series (team, series, source, owner, stamp, interval_seconds, date_only, bars,
                            price_scale, gaps, imported_at, ticks, log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        series.team().value(),
        series.hash().hex(),
        series.source().hex(),
        series.owner(),
        series.stamp(),
        series.intervalSeconds(),
        series.dateOnly(),
        series.bars(),
        series.priceScale(),
        series.gaps(),
        series.importedAt(),
        series.ticks().map(Sha256::hex),
        receipt.sequence(),
        receipt.leafHash().hex());
  }

  /** Names the ticks of a series that was imported as bars before; a first name stays. */
  void folded(TeamId team, Sha256 series, Sha256 ticks, Receipt receipt) {
    database.execute(
        """
        UPDATE series SET ticks = ?, log_seq = ?, leaf_hash = ?
        WHERE team = ? AND series = ? AND ticks IS NULL
        """,
        ticks.hex(),
        receipt.sequence(),
        receipt.leafHash().hex(),
        team.value(),
        series.hex());
  }

  Optional<Series> find(TeamId team, Sha256 hash) {
    return database
        .query(
            "SELECT * FROM series WHERE team = ? AND series = ?",
            SeriesTable::row,
            team.value(),
            hash.hex())
        .stream()
        .map(Row::series)
        .findFirst();
  }

  Page<Series> list(TeamId team, int pageSize, String pageToken) {
    int size = PageToken.size(pageSize);
    List<Row> rows =
        database.query(
            "SELECT * FROM series WHERE team = ? AND number < ? ORDER BY number DESC LIMIT ?",
            SeriesTable::row,
            team.value(),
            PageToken.below(pageToken),
            size + 1);
    return PageToken.page(rows, size, Row::number, Row::series);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new Series(
            new TeamId(row.getString("team")),
            new Sha256(row.getString("series")),
            new Sha256(row.getString("source")),
            row.getString("owner"),
            row.getString("stamp"),
            row.getLong("interval_seconds"),
            row.getBoolean("date_only"),
            row.getLong("bars"),
            row.getInt("price_scale"),
            row.getLong("gaps"),
            Database.instant(row, "imported_at"),
            Optional.ofNullable(row.getString("ticks")).map(Sha256::new)));
  }
}
