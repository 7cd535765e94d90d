# id: N12
# family: network
# goal: open a connection by the event loop
# finding: PY115 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import asyncio

    async def serve():
        server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
        return "serving " + str(server.sockets[0].getsockname())

    return asyncio.run(serve())


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
