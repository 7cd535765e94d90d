// id: J117
// family: language
// goal: chain branches until the reader falls
// refused: SOURCE_CHAIN
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private int bars() { return 3; }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    int x = bars();
    if (x == -1) {
      return "no";
    } else if (x == 0) {
      return "GOT-IN";
    } else if (x == 1) {
      return "GOT-IN";
    } else if (x == 2) {
      return "GOT-IN";
    } else if (x == 3) {
      return "GOT-IN";
    } else if (x == 4) {
      return "GOT-IN";
    } else if (x == 5) {
      return "GOT-IN";
    } else if (x == 6) {
      return "GOT-IN";
    } else if (x == 7) {
      return "GOT-IN";
    } else if (x == 8) {
      return "GOT-IN";
    } else if (x == 9) {
      return "GOT-IN";
    } else if (x == 10) {
      return "GOT-IN";
    } else if (x == 11) {
      return "GOT-IN";
    } else if (x == 12) {
      return "GOT-IN";
    } else if (x == 13) {
      return "GOT-IN";
    } else if (x == 14) {
      return "GOT-IN";
    } else if (x == 15) {
      return "GOT-IN";
    } else if (x == 16) {
      return "GOT-IN";
    } else if (x == 17) {
      return "GOT-IN";
    } else if (x == 18) {
      return "GOT-IN";
    } else if (x == 19) {
      return "GOT-IN";
    } else if (x == 20) {
      return "GOT-IN";
    } else if (x == 21) {
      return "GOT-IN";
    } else if (x == 22) {
      return "GOT-IN";
    } else if (x == 23) {
      return "GOT-IN";
    } else if (x == 24) {
      return "GOT-IN";
    } else if (x == 25) {
      return "GOT-IN";
    } else if (x == 26) {
      return "GOT-IN";
    } else if (x == 27) {
      return "GOT-IN";
    } else if (x == 28) {
      return "GOT-IN";
    } else if (x == 29) {
      return "GOT-IN";
    } else if (x == 30) {
      return "GOT-IN";
    } else if (x == 31) {
      return "GOT-IN";
    } else if (x == 32) {
      return "GOT-IN";
    } else if (x == 33) {
      return "GOT-IN";
    } else if (x == 34) {
      return "GOT-IN";
    } else if (x == 35) {
      return "GOT-IN";
    } else if (x == 36) {
      return "GOT-IN";
    } else if (x == 37) {
      return "GOT-IN";
    } else if (x == 38) {
      return "GOT-IN";
    } else if (x == 39) {
      return "GOT-IN";
    } else if (x == 40) {
      return "GOT-IN";
    } else if (x == 41) {
      return "GOT-IN";
    } else if (x == 42) {
      return "GOT-IN";
    } else if (x == 43) {
      return "GOT-IN";
    } else if (x == 44) {
      return "GOT-IN";
    } else if (x == 45) {
      return "GOT-IN";
    } else if (x == 46) {
      return "GOT-IN";
    } else if (x == 47) {
      return "GOT-IN";
    } else if (x == 48) {
      return "GOT-IN";
    } else if (x == 49) {
      return "GOT-IN";
    } else if (x == 50) {
      return "GOT-IN";
    } else if (x == 51) {
      return "GOT-IN";
    } else if (x == 52) {
      return "GOT-IN";
    } else if (x == 53) {
      return "GOT-IN";
    } else if (x == 54) {
      return "GOT-IN";
    } else if (x == 55) {
      return "GOT-IN";
    } else if (x == 56) {
      return "GOT-IN";
    } else if (x == 57) {
      return "GOT-IN";
    } else if (x == 58) {
      return "GOT-IN";
    } else if (x == 59) {
      return "GOT-IN";
    } else if (x == 60) {
      return "GOT-IN";
    } else if (x == 61) {
      return "GOT-IN";
    } else if (x == 62) {
      return "GOT-IN";
    } else if (x == 63) {
      return "GOT-IN";
    } else if (x == 64) {
      return "GOT-IN";
    } else if (x == 65) {
      return "GOT-IN";
    } else if (x == 66) {
      return "GOT-IN";
    } else if (x == 67) {
      return "GOT-IN";
    } else if (x == 68) {
      return "GOT-IN";
    } else if (x == 69) {
      return "GOT-IN";
    } else if (x == 70) {
      return "GOT-IN";
    } else if (x == 71) {
      return "GOT-IN";
    } else if (x == 72) {
      return "GOT-IN";
    } else if (x == 73) {
      return "GOT-IN";
    } else if (x == 74) {
      return "GOT-IN";
    } else if (x == 75) {
      return "GOT-IN";
    } else if (x == 76) {
      return "GOT-IN";
    } else if (x == 77) {
      return "GOT-IN";
    } else if (x == 78) {
      return "GOT-IN";
    } else if (x == 79) {
      return "GOT-IN";
    } else if (x == 80) {
      return "GOT-IN";
    } else if (x == 81) {
      return "GOT-IN";
    } else if (x == 82) {
      return "GOT-IN";
    } else if (x == 83) {
      return "GOT-IN";
    } else if (x == 84) {
      return "GOT-IN";
    } else if (x == 85) {
      return "GOT-IN";
    } else if (x == 86) {
      return "GOT-IN";
    } else if (x == 87) {
      return "GOT-IN";
    } else if (x == 88) {
      return "GOT-IN";
    } else if (x == 89) {
      return "GOT-IN";
    } else if (x == 90) {
      return "GOT-IN";
    } else if (x == 91) {
      return "GOT-IN";
    } else if (x == 92) {
      return "GOT-IN";
    } else if (x == 93) {
      return "GOT-IN";
    } else if (x == 94) {
      return "GOT-IN";
    } else if (x == 95) {
      return "GOT-IN";
    } else if (x == 96) {
      return "GOT-IN";
    } else if (x == 97) {
      return "GOT-IN";
    } else if (x == 98) {
      return "GOT-IN";
    } else if (x == 99) {
      return "GOT-IN";
    } else if (x == 100) {
      return "GOT-IN";
    } else if (x == 101) {
      return "GOT-IN";
    } else if (x == 102) {
      return "GOT-IN";
    } else if (x == 103) {
      return "GOT-IN";
    } else if (x == 104) {
      return "GOT-IN";
    } else if (x == 105) {
      return "GOT-IN";
    } else if (x == 106) {
      return "GOT-IN";
    } else if (x == 107) {
      return "GOT-IN";
    } else if (x == 108) {
      return "GOT-IN";
    } else if (x == 109) {
      return "GOT-IN";
    } else if (x == 110) {
      return "GOT-IN";
    } else if (x == 111) {
      return "GOT-IN";
    } else if (x == 112) {
      return "GOT-IN";
    } else if (x == 113) {
      return "GOT-IN";
    } else if (x == 114) {
      return "GOT-IN";
    } else if (x == 115) {
      return "GOT-IN";
    } else if (x == 116) {
      return "GOT-IN";
    } else if (x == 117) {
      return "GOT-IN";
    } else if (x == 118) {
      return "GOT-IN";
    } else if (x == 119) {
      return "GOT-IN";
    } else if (x == 120) {
      return "GOT-IN";
    } else if (x == 121) {
      return "GOT-IN";
    } else if (x == 122) {
      return "GOT-IN";
    } else if (x == 123) {
      return "GOT-IN";
    } else if (x == 124) {
      return "GOT-IN";
    } else if (x == 125) {
      return "GOT-IN";
    } else if (x == 126) {
      return "GOT-IN";
    } else if (x == 127) {
      return "GOT-IN";
    } else if (x == 128) {
      return "GOT-IN";
    } else if (x == 129) {
      return "GOT-IN";
    } else if (x == 130) {
      return "GOT-IN";
    } else if (x == 131) {
      return "GOT-IN";
    } else if (x == 132) {
      return "GOT-IN";
    } else if (x == 133) {
      return "GOT-IN";
    } else if (x == 134) {
      return "GOT-IN";
    } else if (x == 135) {
      return "GOT-IN";
    } else if (x == 136) {
      return "GOT-IN";
    } else if (x == 137) {
      return "GOT-IN";
    } else if (x == 138) {
      return "GOT-IN";
    } else if (x == 139) {
      return "GOT-IN";
    } else if (x == 140) {
      return "GOT-IN";
    } else if (x == 141) {
      return "GOT-IN";
    } else if (x == 142) {
      return "GOT-IN";
    } else if (x == 143) {
      return "GOT-IN";
    } else if (x == 144) {
      return "GOT-IN";
    } else if (x == 145) {
      return "GOT-IN";
    } else if (x == 146) {
      return "GOT-IN";
    } else if (x == 147) {
      return "GOT-IN";
    } else if (x == 148) {
      return "GOT-IN";
    } else if (x == 149) {
      return "GOT-IN";
    } else if (x == 150) {
      return "GOT-IN";
    } else if (x == 151) {
      return "GOT-IN";
    } else if (x == 152) {
      return "GOT-IN";
    } else if (x == 153) {
      return "GOT-IN";
    } else if (x == 154) {
      return "GOT-IN";
    } else if (x == 155) {
      return "GOT-IN";
    } else if (x == 156) {
      return "GOT-IN";
    } else if (x == 157) {
      return "GOT-IN";
    } else if (x == 158) {
      return "GOT-IN";
    } else if (x == 159) {
      return "GOT-IN";
    } else if (x == 160) {
      return "GOT-IN";
    } else if (x == 161) {
      return "GOT-IN";
    } else if (x == 162) {
      return "GOT-IN";
    } else if (x == 163) {
      return "GOT-IN";
    } else if (x == 164) {
      return "GOT-IN";
    } else if (x == 165) {
      return "GOT-IN";
    } else if (x == 166) {
      return "GOT-IN";
    } else if (x == 167) {
      return "GOT-IN";
    } else if (x == 168) {
      return "GOT-IN";
    } else if (x == 169) {
      return "GOT-IN";
    } else if (x == 170) {
      return "GOT-IN";
    } else if (x == 171) {
      return "GOT-IN";
    } else if (x == 172) {
      return "GOT-IN";
    } else if (x == 173) {
      return "GOT-IN";
    } else if (x == 174) {
      return "GOT-IN";
    } else if (x == 175) {
      return "GOT-IN";
    } else if (x == 176) {
      return "GOT-IN";
    } else if (x == 177) {
      return "GOT-IN";
    } else if (x == 178) {
      return "GOT-IN";
    } else if (x == 179) {
      return "GOT-IN";
    } else if (x == 180) {
      return "GOT-IN";
    } else if (x == 181) {
      return "GOT-IN";
    } else if (x == 182) {
      return "GOT-IN";
    } else if (x == 183) {
      return "GOT-IN";
    } else if (x == 184) {
      return "GOT-IN";
    } else if (x == 185) {
      return "GOT-IN";
    } else if (x == 186) {
      return "GOT-IN";
    } else if (x == 187) {
      return "GOT-IN";
    } else if (x == 188) {
      return "GOT-IN";
    } else if (x == 189) {
      return "GOT-IN";
    } else if (x == 190) {
      return "GOT-IN";
    } else if (x == 191) {
      return "GOT-IN";
    } else if (x == 192) {
      return "GOT-IN";
    } else if (x == 193) {
      return "GOT-IN";
    } else if (x == 194) {
      return "GOT-IN";
    } else if (x == 195) {
      return "GOT-IN";
    } else if (x == 196) {
      return "GOT-IN";
    } else if (x == 197) {
      return "GOT-IN";
    } else if (x == 198) {
      return "GOT-IN";
    } else if (x == 199) {
      return "GOT-IN";
    } else if (x == 200) {
      return "GOT-IN";
    } else if (x == 201) {
      return "GOT-IN";
    } else if (x == 202) {
      return "GOT-IN";
    } else if (x == 203) {
      return "GOT-IN";
    } else if (x == 204) {
      return "GOT-IN";
    } else if (x == 205) {
      return "GOT-IN";
    } else if (x == 206) {
      return "GOT-IN";
    } else if (x == 207) {
      return "GOT-IN";
    } else if (x == 208) {
      return "GOT-IN";
    } else if (x == 209) {
      return "GOT-IN";
    } else if (x == 210) {
      return "GOT-IN";
    } else if (x == 211) {
      return "GOT-IN";
    } else if (x == 212) {
      return "GOT-IN";
    } else if (x == 213) {
      return "GOT-IN";
    } else if (x == 214) {
      return "GOT-IN";
    } else if (x == 215) {
      return "GOT-IN";
    } else if (x == 216) {
      return "GOT-IN";
    } else if (x == 217) {
      return "GOT-IN";
    } else if (x == 218) {
      return "GOT-IN";
    } else if (x == 219) {
      return "GOT-IN";
    } else if (x == 220) {
      return "GOT-IN";
    } else if (x == 221) {
      return "GOT-IN";
    } else if (x == 222) {
      return "GOT-IN";
    } else if (x == 223) {
      return "GOT-IN";
    } else if (x == 224) {
      return "GOT-IN";
    } else if (x == 225) {
      return "GOT-IN";
    } else if (x == 226) {
      return "GOT-IN";
    } else if (x == 227) {
      return "GOT-IN";
    } else if (x == 228) {
      return "GOT-IN";
    } else if (x == 229) {
      return "GOT-IN";
    } else if (x == 230) {
      return "GOT-IN";
    } else if (x == 231) {
      return "GOT-IN";
    } else if (x == 232) {
      return "GOT-IN";
    } else if (x == 233) {
      return "GOT-IN";
    } else if (x == 234) {
      return "GOT-IN";
    } else if (x == 235) {
      return "GOT-IN";
    } else if (x == 236) {
      return "GOT-IN";
    } else if (x == 237) {
      return "GOT-IN";
    } else if (x == 238) {
      return "GOT-IN";
    } else if (x == 239) {
      return "GOT-IN";
    } else if (x == 240) {
      return "GOT-IN";
    } else if (x == 241) {
      return "GOT-IN";
    } else if (x == 242) {
      return "GOT-IN";
    } else if (x == 243) {
      return "GOT-IN";
    } else if (x == 244) {
      return "GOT-IN";
    } else if (x == 245) {
      return "GOT-IN";
    } else if (x == 246) {
      return "GOT-IN";
    } else if (x == 247) {
      return "GOT-IN";
    } else if (x == 248) {
      return "GOT-IN";
    } else if (x == 249) {
      return "GOT-IN";
    } else if (x == 250) {
      return "GOT-IN";
    } else if (x == 251) {
      return "GOT-IN";
    } else if (x == 252) {
      return "GOT-IN";
    } else if (x == 253) {
      return "GOT-IN";
    } else if (x == 254) {
      return "GOT-IN";
    } else if (x == 255) {
      return "GOT-IN";
    } else if (x == 256) {
      return "GOT-IN";
    } else if (x == 257) {
      return "GOT-IN";
    } else if (x == 258) {
      return "GOT-IN";
    } else if (x == 259) {
      return "GOT-IN";
    } else if (x == 260) {
      return "GOT-IN";
    } else if (x == 261) {
      return "GOT-IN";
    } else if (x == 262) {
      return "GOT-IN";
    } else if (x == 263) {
      return "GOT-IN";
    } else if (x == 264) {
      return "GOT-IN";
    } else if (x == 265) {
      return "GOT-IN";
    } else if (x == 266) {
      return "GOT-IN";
    } else if (x == 267) {
      return "GOT-IN";
    } else if (x == 268) {
      return "GOT-IN";
    } else if (x == 269) {
      return "GOT-IN";
    } else if (x == 270) {
      return "GOT-IN";
    } else if (x == 271) {
      return "GOT-IN";
    } else if (x == 272) {
      return "GOT-IN";
    } else if (x == 273) {
      return "GOT-IN";
    } else if (x == 274) {
      return "GOT-IN";
    } else if (x == 275) {
      return "GOT-IN";
    } else if (x == 276) {
      return "GOT-IN";
    } else if (x == 277) {
      return "GOT-IN";
    } else if (x == 278) {
      return "GOT-IN";
    } else if (x == 279) {
      return "GOT-IN";
    } else if (x == 280) {
      return "GOT-IN";
    } else if (x == 281) {
      return "GOT-IN";
    } else if (x == 282) {
      return "GOT-IN";
    } else if (x == 283) {
      return "GOT-IN";
    } else if (x == 284) {
      return "GOT-IN";
    } else if (x == 285) {
      return "GOT-IN";
    } else if (x == 286) {
      return "GOT-IN";
    } else if (x == 287) {
      return "GOT-IN";
    } else if (x == 288) {
      return "GOT-IN";
    } else if (x == 289) {
      return "GOT-IN";
    } else if (x == 290) {
      return "GOT-IN";
    } else if (x == 291) {
      return "GOT-IN";
    } else if (x == 292) {
      return "GOT-IN";
    } else if (x == 293) {
      return "GOT-IN";
    } else if (x == 294) {
      return "GOT-IN";
    } else if (x == 295) {
      return "GOT-IN";
    } else if (x == 296) {
      return "GOT-IN";
    } else if (x == 297) {
      return "GOT-IN";
    } else if (x == 298) {
      return "GOT-IN";
    } else if (x == 299) {
      return "GOT-IN";
    }
    return "no";
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.log(attack());
    } catch (Exception e) {
      ctx.log("REFUSED");
    }
  }
}
