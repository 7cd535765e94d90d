package dev.glovebox.host.store.postgres;

import javax.sql.DataSource;

/** What a new cluster is filled with before it becomes the template of later ones. */
public interface Schema {
  /** Name of the schema's version; another version makes another template. */
  String version();

  /** Brings the database to this version; repeated calls change nothing. */
  void apply(DataSource source);
}
