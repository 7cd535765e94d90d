# kind: try_stmt inside a handler and inside finally
log = []
try:
    try: {}["k"]
    except KeyError:
        try: int("x")
        except ValueError: log.append("inner")
        raise
    finally:
        try: log.append(1 / 0)
        except ZeroDivisionError: log.append("finally")
except KeyError as e: log.append(e.args)
print(log)
