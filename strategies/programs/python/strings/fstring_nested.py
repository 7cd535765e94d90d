# kind: f-strings inside f-strings, same quotes, format specs that compute
w, p, v = 10, 3, 2.718281828
print(f"{f"{f"{v:.{p}f}":>{w}}"}|", f"{v:{w}.{p}}|", f"{f'{1}' + f"{2}"}", f"{"a" if w else "b"}", f"{ {'k': 1}['k'] }", f"{v:{'>' + str(w)}}")
