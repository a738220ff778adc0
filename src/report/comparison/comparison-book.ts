import type {
  ComparedPersonResponse,
  ComparedRunResponse,
  ComparisonResponse,
  NeedsResponse,
} from '../../comparison/comparison.responses.js';
import { runTitle } from '../report-frame.js';

/** All that a workbook of a comparison says. */
export interface ComparisonBook {
  readonly comparison: ComparisonResponse;
  /** Everybody who may be named. */
  readonly people: readonly ComparedPersonResponse[];
  readonly needs: NeedsResponse;
  readonly notice: readonly string[];
}

/** What a run is called at the head of its column. */
export function headOf({ scenarioName, run }: ComparedRunResponse): string {
  return `${scenarioName} (lần chạy ${run.id}: ${runTitle(run.kind)})`;
}
