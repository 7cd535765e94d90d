# kind: an error in a key lambda on its own line
# error: KeyError 7
rows = [{"k": 2}, {"k": 1}, {}]
print(sorted(rows[:2], key=lambda r: r["k"]))
rows.sort(
    reverse=True,
    key=lambda r: r["k"],
)
