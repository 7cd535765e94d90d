package dev.glovebox.jail.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.ProcessImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a jail shows, and where. */
final class ViewTest {
  @TempDir Path place;

  @Test
  void pathsInsideAreTheSameWhereverAnImageLies() throws IOException {
    View here = View.of(image(Files.createDirectory(place.resolve("here"))), Optional.empty());
    View there = View.of(image(Files.createDirectory(place.resolve("there"))), Optional.empty());
    assertThat(here.flags()).isEqualTo(there.flags());
    assertThat(here.classPath()).isEqualTo(there.classPath());
    assertThat(here.classPath()).containsExactly("/app/a.jar", "/app/1-a.jar", "/app/folder");
    assertThat(here.flags())
        .containsExactly(
            "-XX:+UseSerialGC",
            "-XX:AOTCache=/cache/image.aot",
            "-Dpolyglot.engine.userResourceCache=/engine",
            "--module-path=/module/a.jar:/module/b.jar");
    assertThat(here.binds()).noneMatch(Bind::writable);
    assertThat(here.binds().toString()).doesNotContain("/there/");
  }

  private static ProcessImage image(Path home) throws IOException {
    Path folder = Files.createDirectory(home.resolve("classes"));
    return new ProcessImage(
        "image",
        List.of(home.resolve("x/a.jar"), home.resolve("y/a.jar"), folder),
        "Main",
        List.of(
            "-XX:+UseSerialGC",
            "-XX:AOTCache=" + home.resolve("image-0123.aot"),
            "-Dpolyglot.engine.userResourceCache=" + home.resolve("engine"),
            "--module-path=" + home.resolve("m/a.jar") + ":" + home.resolve("m/b.jar")));
  }

  @Test
  void onlyTheMakingOfImagesMayWriteAndOnlyThere() {
    Path output = place.resolve("out");
    ProcessImage making =
        new ProcessImage(
            "image",
            List.of(place.resolve("a.jar")),
            "Main",
            List.of("-XX:AOTConfiguration=" + output.resolve("notes")));
    assertThat(View.of(making, Optional.of(output)).flags())
        .containsExactly("-XX:AOTConfiguration=/out/notes");
    assertThat(View.of(making, Optional.empty()).flags())
        .containsExactly("-XX:AOTConfiguration=/cache/image.aot");
  }

  @Test
  void findsTheLibrariesThatAJavaRuntimeNeeds() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "missing capability linux");
    Path runtime = Path.of(System.getProperty("java.home"));
    Map<Path, Path> found =
        Libraries.of(List.of(runtime.resolve("bin/java")), Libraries.ofRuntime(runtime));
    assertThat(found.keySet().toString()).contains("libc").contains("ld-");
    assertThat(found.values()).allMatch(Files::isRegularFile);
    assertThat(found.keySet().toString()).doesNotContain("libjvm").doesNotContain("X11");
  }

  @Test
  void whatIsNoProgramIsRefused() throws IOException {
    Path text = Files.writeString(place.resolve("text"), "#!/bin/sh\n" + "x".repeat(100));
    assertThatThrownBy(() -> ElfFile.read(text)).hasMessageContaining("no 64-bit");
    Path empty = Files.createFile(place.resolve("empty"));
    assertThatThrownBy(() -> ElfFile.read(empty)).hasMessageContaining("ends too early");
  }
}
