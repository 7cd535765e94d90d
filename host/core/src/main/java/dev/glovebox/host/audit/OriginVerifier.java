package dev.glovebox.host.audit;

import dev.glovebox.host.keys.EpochKeys;
import dev.glovebox.host.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Verifies one log in one pass over its records.
 *
 * <p>Implementation notes. What a defect of the whole log explains is not reported again: after a
 * cut, an unknown key or a fork the leaves may differ, so only damaged frames are named beside it.
 * Roots are compared only while the tree is whole, since after a gap they cannot fit.
 */
final class OriginVerifier {
  private static final Comparator<Defect> IN_ORDER =
      Comparator.comparingLong(Defect::sequence).thenComparingLong(Defect::offset);

  private final LogFolder folder;
  private final Path secondPlace;
  private final String origin;
  private final Optional<TrustFile> given;
  private final Optional<TrustFile> trust;
  private final Optional<EpochKeys> epochKeys;
  private final MerkleTree tree = new MerkleTree();
  private final SequenceTracker sequences = new SequenceTracker();
  private final LeafTracker leaves;
  private final PayloadCheck payloads;
  private final ApprovalCheck approvals;
  private final List<Defect> frames = new ArrayList<>();
  private final List<Defect> repeats = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String environment = "unknown";
  private boolean whole = true;
  private boolean afterDamage;
  private Optional<Defect> tornInside = Optional.empty();
  private long end;

  OriginVerifier(
      Path path, String origin, Optional<TrustFile> given, Optional<EpochKeys> epochKeys) {
    this.folder = new LogFolder(path);
    this.origin = origin;
    this.given = given;
    this.trust = given.filter(t -> t.origin().equals(origin));
    this.epochKeys = epochKeys;
    Path data = path.toAbsolutePath().normalize().resolve("../..").normalize();
    this.secondPlace = data.resolve("second").resolve(origin).resolve("checkpoints.log");
    this.leaves = new LeafTracker(origin, epochKeys);
    this.payloads = new PayloadCheck(origin, data.resolve("payload"));
    this.approvals =
        new ApprovalCheck(
            origin, data.resolve("payload"), trust.map(TrustFile::reviewerKeys).orElse(List.of()));
  }

  Verification.Verdict verdict() throws IOException {
    if (!Files.isDirectory(folder.segments())) {
      return damaged(List.of(new Defect(Code.AUDIT_LOG_MISSING, origin, 0, 0)));
    }
    CheckpointSurvey survey = new CheckpointSurvey(folder, secondPlace, origin, given);
    notes.addAll(survey.notes());
    try (RootComparison roots = new RootComparison(survey, folder, secondPlace, trust)) {
      readSegments(roots);
      return judge(survey, roots);
    }
  }

  private void readSegments(RootComparison roots) throws IOException {
    roots.at(tree);
    List<Path> files = folder.segmentFiles();
    for (int i = 0; i < files.size(); i++) {
      try (SegmentScanner scanner = SegmentScanner.open(files.get(i))) {
        readSegment(scanner, i == files.size() - 1, roots);
      }
    }
  }

  private void readSegment(SegmentScanner scanner, boolean lastSegment, RootComparison roots)
      throws IOException {
    while (true) {
      switch (scanner.next()) {
        case SegmentScanner.Item.Sound sound -> accept(sound, roots);
        case SegmentScanner.Item.Damaged damaged -> {
          damage(damaged, lastSegment);
          end = damaged.torn() ? damaged.offset() : damaged.end();
          if (damaged.last()) {
            return;
          }
        }
        case SegmentScanner.Item.End(int offset) -> {
          end = offset;
          return;
        }
      }
    }
  }

  private void damage(SegmentScanner.Item.Damaged damaged, boolean lastSegment) {
    whole = false;
    leaves.breakChain();
    if (damaged.torn()) {
      if (lastSegment) {
        notes.add("a torn frame after record " + (sequences.next() - 1) + " proves nothing");
      } else {
        tornInside = Optional.of(flipped(damaged.offset()));
      }
      return;
    }
    if (frames.size() < SequenceTracker.GAPS_MAX) {
      frames.add(flipped(damaged.offset()));
    }
    sequences.damaged();
    afterDamage = true;
  }

  private Defect flipped(long offset) {
    return new Defect(Code.AUDIT_BIT_FLIPPED, origin, sequences.next(), offset);
  }

  private void accept(SegmentScanner.Item.Sound sound, RootComparison roots) throws IOException {
    LeafTracker.Checked checked = leaves.check(sound.sequence(), sound.offset(), sound.leaf());
    long sequence = place(sound.sequence(), checked);
    // The damaged bytes may have been none, one or several records: the next sound one tells.
    if (afterDamage && sequence >= sequences.next() - 1) {
      sequences.resume(sequence);
    }
    afterDamage = false;
    // An incomplete frame at the end of a full segment is a cut only if its record is missing.
    tornInside.filter(_ -> sequence == sequences.next()).ifPresent(frames::add);
    tornInside = Optional.empty();
    switch (sequences.place(sequence, sound.offset())) {
      case NEXT -> {
        leaves.follow(checked, sequence, sound.offset(), sound.leaf());
        next(checked, sound, roots);
      }
      case AFTER_GAP -> {
        whole = false;
        leaves.breakChain();
        leaves.follow(checked, sequence, sound.offset(), sound.leaf());
        next(checked, sound, roots);
      }
      case LATE -> leaves.flag(checked, sequence, sound.offset());
      case REPEATED ->
          repeats.add(new Defect(Code.AUDIT_RECORD_REPEATED, origin, sequence, sound.offset()));
      case REPEATED_AGAIN -> {
        // Part of the same repeated stretch.
      }
    }
  }

  /** A frame whose own number was changed still tells its true one in its body. */
  private long place(long framed, LeafTracker.Checked checked) {
    return checked
        .record()
        .map(AuditRecord::sequence)
        .filter(told -> told == sequences.next())
        .orElse(framed);
  }

  private void next(
      LeafTracker.Checked checked, SegmentScanner.Item.Sound sound, RootComparison roots)
      throws IOException {
    checked.record().ifPresent(record -> read(record, sound.offset()));
    if (whole) {
      tree.append(Leaf.hash(sound.leaf()));
      roots.at(tree);
      if (roots.ownMismatch()) {
        leaves.rootMismatch();
        whole = false;
      }
    }
  }

  private void read(AuditRecord record, long offset) {
    if (record.sequence() == 0) {
      environment = record.text("environment").orElse(environment);
    }
    payloads.check(record, offset);
    approvals.check(record, offset);
  }

  private Verification.Verdict judge(CheckpointSurvey survey, RootComparison roots) {
    List<Defect> defects = new ArrayList<>();
    Optional<Defect> global = ofTheWholeLog(survey, roots);
    global.ifPresent(defects::add);
    defects.addAll(frames);
    if (global.isEmpty() || global.get().code() == Code.AUDIT_TRUNCATED) {
      defects.addAll(leaves.defects());
      defects.addAll(repeats);
      defects.addAll(sequences.defects(origin));
      defects.addAll(payloads.defects());
      defects.addAll(approvals.defects());
    }
    defects.subList(global.isPresent() ? 1 : 0, defects.size()).sort(IN_ORDER);
    payloads.note().ifPresent(notes::add);
    approvals.note().ifPresent(notes::add);
    if (epochKeys.isEmpty()) {
      notes.add("tags were not checked: no epoch keys were given");
    } else if (!leaves.tagsChecked()) {
      notes.add("some tags were not checked: their key is not in the file");
    }
    if (!defects.isEmpty()) {
      return damaged(defects);
    }
    Optional<Checkpoint> proven = roots.proven();
    if (trust.isEmpty() || proven.isEmpty()) {
      return new Verification.ConsistentOnly(origin, sequences.next(), environment, notes);
    }
    var key = trust.get().verificationKey();
    return new Verification.Verified(
        origin,
        proven.get().size(),
        proven.get(),
        key.name() + '+' + key.idHex(),
        environment,
        notes);
  }

  /** Returns the first defect of the whole log that applies, in the order of contracts.md. */
  private Optional<Defect> ofTheWholeLog(CheckpointSurvey survey, RootComparison roots) {
    long size = sequences.next();
    long outside =
        Math.max(
            trust.map(t -> t.checkpoint().size()).orElse(0L),
            survey.second().map(Checkpoint::size).orElse(0L));
    if (size < survey.own().map(Checkpoint::size).orElse(0L)) {
      return defect(Code.AUDIT_TRUNCATED, size, end);
    }
    if (size < outside) {
      return defect(Code.AUDIT_ROLLED_BACK, size, end);
    }
    if (survey.unknownKeyAt().isPresent()) {
      return defect(Code.AUDIT_KEY_UNKNOWN, survey.unknownKeyAt().get(), 0);
    }
    if (roots.outsideMismatchAt().isPresent() && !roots.ownMismatch() && leaves.isClean()) {
      return defect(Code.AUDIT_FORK, roots.outsideMismatchAt().get(), 0);
    }
    if (survey.steppedBackAt().isPresent()) {
      return defect(Code.AUDIT_ROLLED_BACK, survey.steppedBackAt().get(), 0);
    }
    return Optional.empty();
  }

  private Optional<Defect> defect(Code code, long size, long offset) {
    return Optional.of(new Defect(code, origin, size, offset));
  }

  private Verification.Verdict damaged(List<Defect> defects) {
    return new Verification.Damaged(origin, defects, notes);
  }
}
