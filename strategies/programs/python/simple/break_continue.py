# kind: break and continue in chains after ;
seen = []
for i in range(10):
    if i == 1: seen.append("one"); continue
    if i == 4: seen.append("four"); break
    seen.append(i); continue
    seen.append("never")
print(seen)
