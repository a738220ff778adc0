"""Solves one binary instance of bench/placement/peer-file.ts as a linear programme by SciPy's HiGHS; prints JSON."""
import json
import resource
import sys
import time

import numpy as np
import scipy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

numbers = np.fromfile(sys.argv[1], dtype="<i4")
nodes, arcs = int(numbers[0]), int(numbers[1])
supply, rest = numbers[2 : 2 + nodes], numbers[2 + nodes :]
tail, head, capacity, cost = rest.reshape(4, arcs)
ones = np.ones(arcs)
rows = np.concatenate([tail, head])
columns = np.concatenate([np.arange(arcs), np.arange(arcs)])
matrix = coo_matrix((np.concatenate([ones, -ones]), (rows, columns)), shape=(nodes, arcs)).tocsr()
people = int(supply[supply > 0].sum())
bounds = np.column_stack([np.zeros(arcs), np.where(capacity < 0, people, capacity)])
start = time.process_time()
answer = linprog(cost, A_eq=matrix, b_eq=supply, bounds=bounds, method="highs-ds")
seconds = time.process_time() - start
print(
    json.dumps(
        {
            "seconds": [seconds],
            "optimal": answer.status == 0,
            "objective": round(answer.fun),
            "peakMemoryMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "version": scipy.__version__,
        }
    )
)
