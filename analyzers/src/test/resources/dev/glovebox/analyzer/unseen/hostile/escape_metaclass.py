from glovebox import Strategy


class Meta(type(Strategy)):
    def __call__(cls, *args, **kwargs):
        made = super().__call__(*args, **kwargs)
        made.free = True
        return made


class Framed(Strategy, metaclass=Meta):
    def on_bar(self, ctx, bar):
        ctx.buy(1)
