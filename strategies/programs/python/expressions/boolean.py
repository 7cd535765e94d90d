# kind: and, or, not, their short circuit and values
log = []
def t(x): log.append(x); return x
r = [t(0) or t("a") and t("b"), t(1) and t([]), not t(0), not not t("x"), t(2) or t(3)]
print(r, log)
