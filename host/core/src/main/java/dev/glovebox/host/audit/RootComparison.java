package dev.glovebox.host.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the growing tree with every checkpoint when its size is reached. Constant space. */
final class RootComparison implements Closeable {
  private final CheckpointSurvey survey;
  private final List<Source> sources = new ArrayList<>();
  private Optional<Checkpoint> proven = Optional.empty();
  private Optional<Long> outsideMismatchAt = Optional.empty();
  private boolean ownMismatch;

  /** Checkpoints in rising order of size. */
  private static final class Source {
    private final boolean outside;
    private final Optional<CheckpointsLog> log;
    private Optional<Checkpoint> next;

    Source(boolean outside, Optional<CheckpointsLog> log, Optional<Checkpoint> next) {
      this.outside = outside;
      this.log = log;
      this.next = next;
    }
  }

  RootComparison(
      CheckpointSurvey survey, LogFolder folder, Path secondPlace, Optional<TrustFile> trust)
      throws IOException {
    this.survey = survey;
    CheckpointsLog own = CheckpointsLog.open(folder.checkpointsLog());
    sources.add(new Source(false, Optional.of(own), Optional.empty()));
    CheckpointsLog second = CheckpointsLog.open(secondPlace);
    sources.add(new Source(true, Optional.of(second), Optional.empty()));
    trust.ifPresent(
        t -> sources.add(new Source(true, Optional.empty(), Optional.of(t.checkpoint()))));
    single(folder).ifPresent(c -> sources.add(new Source(false, Optional.empty(), Optional.of(c))));
    for (Source source : sources) {
      advance(source);
    }
  }

  private static Optional<Checkpoint> single(LogFolder folder) throws IOException {
    if (!Files.exists(folder.checkpoint())) {
      return Optional.empty();
    }
    try {
      byte[] note = Files.readAllBytes(folder.checkpoint());
      return Optional.of(Checkpoint.parse(new String(note, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Compares what is signed for the tree's present size. */
  void at(MerkleTree tree) throws IOException {
    for (Source source : sources) {
      while (source.next.isPresent() && source.next.get().size() <= tree.size()) {
        if (source.next.get().size() == tree.size()) {
          compare(source, source.next.get(), tree);
        }
        source.next = Optional.empty();
        advance(source);
      }
    }
  }

  private void compare(Source source, Checkpoint checkpoint, MerkleTree tree) {
    if (checkpoint.root().equals(tree.root())) {
      if (proven.isEmpty() || proven.get().size() < checkpoint.size()) {
        proven = Optional.of(checkpoint);
      }
    } else if (source.outside) {
      outsideMismatchAt = outsideMismatchAt.or(() -> Optional.of(checkpoint.size()));
    } else {
      ownMismatch = true;
    }
  }

  private void advance(Source source) throws IOException {
    while (source.next.isEmpty() && source.log.isPresent()) {
      switch (source.log.get().next()) {
        case CheckpointsLog.Entry.Noted(Checkpoint checkpoint) -> {
          if (survey.accepts(checkpoint)) {
            source.next = Optional.of(checkpoint);
          }
        }
        case CheckpointsLog.Entry.Malformed _ -> {
          // The survey has named it.
        }
        case CheckpointsLog.Entry.Torn _, CheckpointsLog.Entry.End _ -> {
          return;
        }
      }
    }
  }

  /** Returns the furthest checkpoint whose root the records have. */
  Optional<Checkpoint> proven() {
    return proven;
  }

  /** Returns the size at which a checkpoint kept outside has another root. */
  Optional<Long> outsideMismatchAt() {
    return outsideMismatchAt;
  }

  /** Returns whether a checkpoint in the folder has another root than the records. */
  boolean ownMismatch() {
    return ownMismatch;
  }

  @Override
  public void close() throws IOException {
    for (Source source : sources) {
      if (source.log.isPresent()) {
        source.log.get().close();
      }
    }
  }
}
