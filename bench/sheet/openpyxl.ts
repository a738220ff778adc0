import { spawnSync } from 'node:child_process';

/** Reads as `read-one` does; both modes give what the cells say. */
const SCRIPT = `
import json, resource, sys, time
import openpyxl
begin = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=sys.argv[2] == 'stream', data_only=True)
rows = cells = 0
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        rows += 1
        cells += sum(value is not None for value in row)
seconds = time.perf_counter() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({'seconds': seconds, 'rows': rows, 'cells': cells, 'peakMemoryMb': peak}))
`;
/** Debian's own first: another Python of this machine may lack the package. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** The Python that has openpyxl, with its version; null = none, and openpyxl is left out. */
export function findOpenpyxl(): { readonly python: string; readonly version: string } | null {
  for (const python of PYTHONS) {
    const ask = ['-c', 'import openpyxl; print(openpyxl.__version__)'];
    const { status, stdout } = spawnSync(python, ask, { encoding: 'utf8' });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return null;
}

/** The arguments of a run in a process of its own. */
export function openpyxlArguments(path: string, mode: 'full' | 'stream'): readonly string[] {
  return ['-c', SCRIPT, path, mode];
}
