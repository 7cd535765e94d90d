# kind: an error inside an f-string over several lines
# error: ZeroDivisionError 7
x = 0
text = f"""first {x}
second {
    x + 1
} third {1 / x}
fourth"""
