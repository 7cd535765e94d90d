# id: R17
# family: resources
# goal: unpack a little into a lot
# finding: PY301
# outcome: MEMORY_LIMIT
# observed_by: HOST
# control: none: the engine refuses the size by itself, as MemoryError
# place: own

from glovebox import Strategy


import zlib


def attack(ctx, bar):
    packer = zlib.compressobj(9)
    packed = b""
    for _ in range(600):
        packed += packer.compress(bytes(1_000_000))
    packed += packer.flush()
    return "unpacked " + str(len(zlib.decompress(packed)))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
