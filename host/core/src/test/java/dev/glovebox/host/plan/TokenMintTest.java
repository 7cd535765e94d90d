package dev.glovebox.host.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.order.OrderRecords;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TokenMintTest {
  private static Plan plan(RunId run, String quantity) {
    return new Plan(
        run,
        new OrderKey(3),
        "account-1",
        "simulated",
        "AAPL",
        Side.BUY,
        OrderType.MARKET,
        new BigDecimal(quantity),
        BigDecimal.TEN,
        1_000,
        2_000,
        "system:runner");
  }

  @Test
  void vouchesForItsOwnTokensUnchangedAlone(@TempDir Path data) {
    try (TestHost host = new TestHost(data)) {
      TokenMint mint = new TokenMint("glovebox-0123456789abcdef", host.keys());
      RunId run = TestHost.newRun();
      Plan plan = plan(run, "1");
      Receipt planned = host.log().append(OrderRecords.plan(plan, "t/owner"));
      ExecutionToken token = mint.mint(plan, planned, 4);

      assertThat(mint.vouchesFor(token, plan)).isTrue();
      assertThat(mint.vouchesFor(token, plan(run, "2"))).as("another plan").isFalse();
      assertThat(changed(token)).noneMatch(forged -> mint.vouchesFor(forged, plan));
      assertThat(new TokenMint("glovebox-0000000000000000", host.keys()).vouchesFor(token, plan))
          .as("another host")
          .isFalse();
    }
  }

  private static List<ExecutionToken> changed(ExecutionToken t) {
    RunId otherRun = TestHost.newRun();
    Sha256 otherPlan = Sha256.of(new byte[0]);
    String mac = t.mac();
    return List.of(
        new ExecutionToken("x", t.run(), 4, t.account(), t.venueId(), t.planHash(), 2_000, 3, mac),
        new ExecutionToken(
            t.origin(), otherRun, 4, t.account(), t.venueId(), t.planHash(), 2_000, 3, mac),
        new ExecutionToken(
            t.origin(), t.run(), 5, t.account(), t.venueId(), t.planHash(), 2_000, 3, mac),
        new ExecutionToken(t.origin(), t.run(), 4, "x", t.venueId(), t.planHash(), 2_000, 3, mac),
        new ExecutionToken(t.origin(), t.run(), 4, t.account(), "x", t.planHash(), 2_000, 3, mac),
        new ExecutionToken(
            t.origin(), t.run(), 4, t.account(), t.venueId(), otherPlan, 2_000, 3, mac),
        new ExecutionToken(
            t.origin(), t.run(), 4, t.account(), t.venueId(), t.planHash(), 2_001, 3, mac),
        new ExecutionToken(
            t.origin(), t.run(), 4, t.account(), t.venueId(), t.planHash(), 2_000, 4, mac),
        new ExecutionToken(
            t.origin(),
            t.run(),
            4,
            t.account(),
            t.venueId(),
            t.planHash(),
            2_000,
            3,
            "0".repeat(64)));
  }
}
