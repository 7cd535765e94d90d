from glovebox import Strategy


class Il1l(Strategy):
    def on_bar(self, lI1, l1I):
        lIl, Ill, l1l, II1 = lI1, l1I, 3, 7
        llI = (lambda lll: (lambda lIl1: lll(lIl1 + (l1l ^ II1)))) (lambda I1l: lIl.target(I1l % 11))
        llI((l1l << 2) ^ (II1 * l1l) ^ int(Ill.close))
