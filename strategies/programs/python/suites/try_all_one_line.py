# kind: try_stmt with except, else and finally, one line each
def attempt(value):
    log = []
    try: log.append(10 // value)
    except ZeroDivisionError: log.append("zero")
    except TypeError as error: log.append(type(error).__name__)
    else: log.append("fine")
    finally: log.append("end")
    return log
print(attempt(3)); print(attempt(0)); print(attempt("x"))
