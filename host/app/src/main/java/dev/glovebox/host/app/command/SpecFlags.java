package dev.glovebox.host.app.command;

import dev.glovebox.host.app.spec.FlagValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The flags that are shorthand for fields of the RunSpec; null = not given. */
final class SpecFlags {
  @Parameters(
      arity = "0..1",
      paramLabel = "STRATEGY",
      description = "The strategy's source file (Python).")
  @Nullable Path strategy;

  @Option(
      names = "--bars",
      paramLabel = "[ID=]FILE",
      description = "Bar file (CSV); the instrument's id is the file's name unless given.")
  List<String> bars = new ArrayList<>();

  @Option(
      names = "--ticks",
      paramLabel = "[ID=]FILE",
      description = "Trades (CSV: timestamp,price,amount), folded into bars of --interval.")
  List<String> ticks = new ArrayList<>();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the strategy; may be repeated.")
  List<String> parameters = new ArrayList<>();

  @Option(names = "--cash", paramLabel = "N", description = "Cash at the start (100000).")
  @Nullable String cash;

  @Option(
      names = "--currency",
      paramLabel = "C",
      description = "Currency of cash and prices (USD).")
  @Nullable String currency;

  @Option(names = "--fee-bps", paramLabel = "N", description = "Fee in basis points of value (0).")
  @Nullable String feeBps;

  @Option(
      names = "--half-spread-bps",
      paramLabel = "N",
      description = "Half spread in basis points of price (0).")
  @Nullable String halfSpreadBps;

  @Option(names = "--impact", paramLabel = "off|sqrt", description = "Impact model (off).")
  @Nullable String impact;

  @Option(
      names = "--participation",
      paramLabel = "F|off",
      description = "Largest part of a bar's volume that is filled (off).")
  @Nullable String participation;

  @Option(
      names = "--tick",
      paramLabel = "N",
      description = "Price grid (the finest decimal in the file's price columns).")
  @Nullable String tick;

  @Option(names = "--lot", paramLabel = "N", description = "Quantity grid (0.00000001).")
  @Nullable String lot;

  @Option(
      names = "--stamp",
      paramLabel = "open|close",
      description = "What the file's time stamps mean (open).")
  @Nullable String stamp;

  @Option(
      names = "--interval",
      paramLabel = "N[smhd]",
      description = "Length of a bar (the smallest difference in the file).")
  @Nullable String interval;

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description = "Risk limits, TOML (a private host: research.limits.toml).")
  @Nullable Path limits;

  @Option(
      names = "--block",
      paramLabel = "N",
      description = "Bar sets per answer; above 1 the result is indicative (1).")
  @Nullable String block;

  @Option(
      names = "--profile",
      paramLabel = "gate|bulk",
      description = "Engine profile (gate; bulk from a million bars on).")
  @Nullable String profile;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the strategy's random (0).")
  @Nullable String seed;

  @Option(
      names = "--tier-floor",
      paramLabel = "TIER",
      description = "Weakest isolation tier accepted: process, bwrap or oci (process).")
  @Nullable String tierFloor;

  @Option(
      names = "--analysis",
      paramLabel = "on|off",
      description = "Static analysis; off only on a private host, and recorded (on).")
  @Nullable String analysis;

  /** Returns the values under their flags' names, for the reader that knows what they mean. */
  FlagValues values() {
    return FlagValues.of(strategy, limits, bars, ticks, parameters)
        .with("--cash", cash)
        .with("--currency", currency)
        .with("--fee-bps", feeBps)
        .with("--half-spread-bps", halfSpreadBps)
        .with("--impact", impact)
        .with("--participation", participation)
        .with("--tick", tick)
        .with("--lot", lot)
        .with("--stamp", stamp)
        .with("--interval", interval)
        .with("--block", block)
        .with("--profile", profile)
        .with("--seed", seed)
        .with("--tier-floor", tierFloor)
        .with("--analysis", analysis);
  }
}
