package dev.glovebox.host.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile Java source and class file in the real jail with every check of preparation off:
 * first with the worker's own verifier, then without it. None may get in. What each tries is in
 * docs/attacks.md.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class JavaCorpusTest {
  private static final int HEAP_MEBIBYTES = 256;
  private static final int OTHER_HEAP_MEBIBYTES = 400;

  /** Of those that need a real worker each, and of the others, that many run every day. */
  private static final int LONE_STEP = 5;

  private static final int SINGLE_STEP = 60;

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final boolean WRITE = Boolean.getBoolean("glovebox.write");

  @TempDir private static Path sockets;
  private static AttackBench bench;
  private static JavaForms forms;

  @BeforeAll
  static void opens() throws Exception {
    bench = new AttackBench(sockets);
    forms = JavaForms.make(bench);
  }

  @AfterAll
  static void closes() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  /** What compiles and is not about a whole process. */
  private static List<JavaAttack> shared() {
    return JavaAttack.corpus().stream()
        .filter(attack -> forms.has(attack) && !attack.own())
        .toList();
  }

  @Test
  void noneGetsInWithPreparationOff() throws Exception {
    List<String> complaints = new ArrayList<>();
    try (ManyAttacks process = ManyAttacks.ofJava(bench, true, HEAP_MEBIBYTES);
        ManyAttacks other = ManyAttacks.ofJava(bench, true, OTHER_HEAP_MEBIBYTES)) {
      for (JavaAttack attack : shared()) {
        Ending ending = process.run(forms.of(attack));
        if (!attack.isPrepared()) {
          write(attack, "verifier", ending);
        }
        attack.complaint(ending).ifPresent(complaints::add);
        if (ending.actsEncoded()) {
          complaints.add(attack + " acts on who reads it");
        }
        if (attack.field("control").equals("text") && !ending.actsRaw()) {
          complaints.add(attack + " has nothing that acts");
        }
        if (attack.twin()) {
          Ending twin = other.run(forms.of(attack));
          if (!Attack.seen(ending).equals(Attack.seen(twin))) {
            complaints.add(attack + " told two processes apart: " + ending + " and " + twin);
          }
        }
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void noneGetsInWithoutTheVerifier() throws Exception {
    List<String> complaints = new ArrayList<>();
    try (ManyAttacks process = ManyAttacks.ofJava(bench, false, HEAP_MEBIBYTES)) {
      for (JavaAttack attack : shared()) {
        Ending ending = process.run(forms.of(attack));
        write(attack, "unverified", ending);
        attack.complaintWithout(ending).ifPresent(complaints::add);
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void noClassFileGetsIn() throws Exception {
    List<HandMadeClass> known = HandMadeClass.all();
    Map<String, String> lines = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    try (ManyAttacks process = ManyAttacks.ofJava(bench, true, HEAP_MEBIBYTES);
        ManyAttacks without = ManyAttacks.ofJava(bench, false, HEAP_MEBIBYTES)) {
      for (String name : forms.handMade()) {
        Ending verified = process.run(forms.of(name));
        Ending unverified = without.run(forms.of(name));
        HandMadeClass made = HandMadeClass.of(known, name);
        made.complaint(verified, unverified).ifPresent(complaints::add);
        lines.put(name, made.ended(verified, unverified).line());
      }
    }
    if (WRITE) {
      Files.writeString(
          HandMadeClass.FILE,
          "# class file | with the worker's verifier | without it | why what it gets is its own\n"
              + String.join("\n", lines.values())
              + "\n");
    }
    assertThat(complaints).isEmpty();
    assertThat(known).extracting(HandMadeClass::name).containsExactlyElementsOf(lines.keySet());
  }

  @Test
  void aWorkerOfItsOwnEndsWhatIsAboutTheProcess() throws Exception {
    List<JavaAttack> own = JavaAttack.corpus().stream().filter(JavaAttack::own).toList();
    assertThat(own).hasSizeGreaterThan(LONE_STEP);
    assertThat(alone(some(own, LONE_STEP))).isEmpty();
  }

  @Test
  void noneGetsInFromASingleUseWorker() throws Exception {
    assertThat(alone(some(shared(), SINGLE_STEP))).isEmpty();
  }

  private static List<JavaAttack> some(List<JavaAttack> all, int step) {
    int every = AttackBench.HOW_MANY.equals("full") ? 1 : step;
    return IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  private static List<String> alone(List<JavaAttack> attacks) throws Exception {
    OneWorker worker = new OneWorker(bench.jail, sockets);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Stream<String>>> runs = new ArrayList<>();
      for (JavaAttack attack : attacks) {
        boolean late = attack.field("outcome").contains("WALL_DEADLINE");
        Duration wall = late ? SHORT : AttackBench.ACCIDENT;
        runs.add(
            threads.submit(() -> attack.complaint(worker.run(forms.of(attack), wall)).stream()));
      }
      List<String> complaints = new ArrayList<>();
      for (Future<Stream<String>> run : runs) {
        run.get().forEach(complaints::add);
      }
      return complaints;
    }
  }

  /** Writes a word of the header anew, if it is another now. */
  private static void write(JavaAttack attack, String word, Ending ending) throws IOException {
    String line = "// " + word + ": " + JavaAttack.word(ending) + "\n";
    Path file = JavaAttack.ROOT.resolve(attack.name());
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String old = "// " + word + ": " + attack.field(word) + "\n";
    if (WRITE && !attack.field(word).contains(JavaAttack.word(ending))) {
      String written =
          text.contains(old)
              ? text.replace(old, line)
              : text.replaceFirst("\n// control: ", "\n" + line + "// control: ");
      Files.writeString(file, written, StandardCharsets.UTF_8);
    }
  }
}
