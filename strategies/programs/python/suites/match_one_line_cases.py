# kind: match_stmt, each case's suite on one line
def name(code):
    match code:
        case 200 | 201: return "ok"
        case 404: return "missing"
        case _ if code >= 500: return "server"
        case _: return "other"
print([name(c) for c in (200, 201, 404, 503, 302)])
