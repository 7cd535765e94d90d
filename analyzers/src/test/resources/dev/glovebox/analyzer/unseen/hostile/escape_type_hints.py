from typing import get_type_hints

from glovebox import Strategy


class Hinted(Strategy):
    def size(self) -> "[c for c in ().__class__.__base__.__subclasses__()]":
        return 1

    def on_bar(self, ctx, bar):
        self.kinds = get_type_hints(self.size)["return"]
        ctx.buy(self.size())
