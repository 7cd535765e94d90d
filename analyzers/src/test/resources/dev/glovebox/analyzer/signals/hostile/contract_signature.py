from glovebox import Strategy


class NoContext(Strategy):
    def on_bar(self, bar):
        self.last = bar.close
