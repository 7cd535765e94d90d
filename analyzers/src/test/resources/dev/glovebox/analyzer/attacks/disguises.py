ｅval("1")  # PY101 PY117
ｘ = 1  # PY117
раssword = 1  # PY117
größe = 1  # PY408
"‮hidden"  # PY116
# a comment with ​ nothing in it  # PY116
"emoji 😀 and ünïcode are fine"
