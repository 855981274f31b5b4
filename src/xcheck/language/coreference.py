from xcheck.language.entities import Names
def extended(a, named): return Names(named)
