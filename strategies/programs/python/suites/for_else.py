# kind: for_stmt with else, nested, break
primes = []
for n in range(2, 40):
    for d in primes:
        if n % d == 0: break
    else: primes.append(n)
print(primes)
