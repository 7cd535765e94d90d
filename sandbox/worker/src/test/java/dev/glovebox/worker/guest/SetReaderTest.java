package dev.glovebox.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link SetReader} reads, against what the generated message reads. */
final class SetReaderTest {
  private static final int SETS = 20_000;

  private final SetReader reader = new SetReader();

  @Test
  void readsWhatTheGeneratedMessageReads() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < SETS; i++) {
      BarSet set = set(random).build();
      assertThat(reader.read(set.toByteString())).isTrue();
      same(set);
    }
  }

  @Test
  void takesNothingButOneBarAndAnAccount() {
    BarSet one = set(new Random(1)).build();
    assertThat(reader.read(one.toByteString())).isTrue();
    assertThat(reader.read(one.toBuilder().addBars(one.getBars(0)).build().toByteString()))
        .isFalse();
    assertThat(reader.read(one.toBuilder().clearBars().build().toByteString())).isFalse();
    assertThat(reader.read(one.toBuilder().addFills(Fill.newBuilder()).build().toByteString()))
        .isFalse();
    assertThat(
            reader.read(
                one.toBuilder().addOrderUpdates(OrderUpdate.newBuilder()).build().toByteString()))
        .isFalse();
    assertThat(reader.read(ByteString.EMPTY)).isFalse();
  }

  @Test
  void readsOrRefusesWhateverTheBytesAre() throws Exception {
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < SETS; i++) {
      byte[] bytes = set(random).build().toByteArray();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      ByteString whole = ByteString.copyFrom(bytes);
      ByteString cut = whole.substring(0, random.nextInt(bytes.length + 1));
      for (ByteString each : new ByteString[] {whole, cut}) {
        if (reader.read(each)) {
          read++;
          readsTheSameUnlessTheAccountIsNone(each);
        }
      }
    }
    assertThat(read).isGreaterThan(SETS / 10);
  }

  /** An account is read by its generated message, and only if it is another than before. */
  private void readsTheSameUnlessTheAccountIsNone(ByteString set) throws Exception {
    BarSet whole;
    try {
      whole = BarSet.parseFrom(set);
    } catch (InvalidProtocolBufferException e) {
      assertThatThrownBy(() -> AccountView.parseFrom(reader.accountBytes()))
          .isInstanceOf(InvalidProtocolBufferException.class);
      return;
    }
    same(whole);
  }

  private void same(BarSet set) throws Exception {
    Bar bar = set.getBars(0);
    assertThat(reader.index()).isEqualTo(set.getBarIndex());
    assertThat(reader.instrument()).isEqualTo(bar.getInstrument());
    assertThat(reader.openTime()).isEqualTo(bar.getOpenTimeUs());
    assertThat(reader.closeTime()).isEqualTo(bar.getCloseTimeUs());
    assertThat(reader.open()).isEqualTo(bar.getOpen());
    assertThat(reader.high()).isEqualTo(bar.getHigh());
    assertThat(reader.low()).isEqualTo(bar.getLow());
    assertThat(reader.close()).isEqualTo(bar.getClose());
    assertThat(reader.volume()).isEqualTo(bar.getVolume());
    assertThat(reader.priceScale()).isEqualTo(bar.getPriceScale());
    assertThat(reader.volumeScale()).isEqualTo(bar.getVolumeScale());
    byte[] account = reader.accountBytes();
    assertThat(reader.accountIs(account)).isTrue();
    if (set.hasAccount() && account.length > 0 && set.getUnknownFields().asMap().isEmpty()) {
      assertThat(AccountView.parseFrom(account)).isEqualTo(set.getAccount());
      account[0]++;
      assertThat(reader.accountIs(account)).isFalse();
    }
  }

  private static BarSet.Builder set(Random random) {
    return BarSet.newBuilder()
        .setBarIndex(number(random) & Integer.MAX_VALUE)
        .setAccount(
            AccountView.newBuilder()
                .setCash(Long.toString(random.nextLong()))
                .setEquity(Integer.toString(random.nextInt()))
                .addPositions(Decimal.newBuilder().setMantissa(random.nextLong()).setScale(3)))
        .addBars(
            Bar.newBuilder()
                .setInstrument(number(random))
                .setOpenTimeUs(wide(random))
                .setCloseTimeUs(wide(random))
                .setOpen(wide(random))
                .setHigh(wide(random))
                .setLow(wide(random))
                .setClose(wide(random))
                .setVolume(wide(random))
                .setPriceScale(number(random))
                .setVolumeScale(number(random)));
  }

  /** Of any number of bits, so that each length of a field comes up. */
  private static long wide(Random random) {
    return random.nextLong() >> random.nextInt(64);
  }

  private static int number(Random random) {
    return random.nextInt() >> random.nextInt(32);
  }
}
