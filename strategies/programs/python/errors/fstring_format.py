# kind: an error in a format spec of an f-string on a line of many
# error: ValueError 3
n = "text"; print(f"{n:>6}"); print(f"{n:.2f}"); print("never")
