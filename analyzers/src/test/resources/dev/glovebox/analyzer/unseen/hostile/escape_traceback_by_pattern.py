from glovebox import Strategy


class Careful(Strategy):
    def on_bar(self, ctx, bar):
        try:
            ctx.buy(1 / (bar.close - bar.close))
        except ZeroDivisionError as error:
            match error:
                case ZeroDivisionError(__traceback__=trail):
                    match trail:
                        case object(tb_frame=here):
                            self.here = here
