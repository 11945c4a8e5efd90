import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { StatementTrace } from '@/lib/evaluation/verdict';

/** The diagnosis with every trace made: as it can be sent to another thread, which could not make them any more. */
export function sendable(diagnosis: Diagnosis): Diagnosis {
  const { verdict } = diagnosis;
  const made = new Map<StatementTrace, StatementTrace>();
  const traceOf = (trace: StatementTrace): StatementTrace => {
    const known = made.get(trace) ?? { ...trace, elements: trace.elements };
    made.set(trace, known);
    return known;
  };
  const layers = verdict.layers.map((layer) => ({ ...layer, statements: layer.statements.map(traceOf) }));
  return { ...diagnosis, verdict: { ...verdict, layers, deciding: verdict.deciding.map(traceOf) } };
}
