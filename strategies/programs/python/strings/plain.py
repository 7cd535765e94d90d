# kind: string literals: quotes, escapes, concatenation
print('single' "double" '''triple''' """more""", 'it''s', "a\tb\\n\x41\u00e9\U0001F600\N{BULLET}\101\
joined", '\'', "\"", '"', "'", len("\0\a\b\f\n\r\t\v"))
