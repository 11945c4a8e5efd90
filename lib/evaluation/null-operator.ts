import type { Outcome } from '@/lib/evaluation/key-states';
import type { WrittenOperator } from '@/lib/evaluation/operators';
import { readBoolean } from '@/lib/evaluation/operators/bool';
import type { Certainty, KeyState } from '@/lib/request/context';

/** Presence alone (C120 to C127); with a set prefix it is decided by the prefix (C107). `values`: what the policy writes. */
export function decideNull(written: WrittenOperator, values: readonly string[], state: KeyState): Outcome {
  if (written.prefix) {
    const certainty = written.prefix === 'ForAllValues';
    return { certainty, reason: certainty ? 'absentForAllValues' : 'absentForAnyValue' };
  }
  const wanted = values.map(readBoolean);
  const isMalformed = wanted.every((one) => one === undefined);
  const absence = isNull(state);
  if (absence === undefined) {
    if (isMalformed) return { certainty: false, reason: 'present' };
    const hasBoth = wanted.includes(true) && wanted.includes(false);
    return hasBoth ? { certainty: true, reason: 'present' } : { certainty: undefined, reason: 'unknown' };
  }
  const reason = wanted.length > 0 && isMalformed ? 'malformedPolicyValue' : absence ? 'absent' : 'present';
  return { certainty: wanted.includes(absence), reason };
}

/** Whether a key counts as null: absent, or with nothing but empty values (C122). */
function isNull(state: KeyState): Certainty {
  switch (state.state) {
    case 'present':
      return state.values.every((value) => value === '');
    case 'absent':
      return true;
    case 'partial':
    case 'containing':
    case 'presentUnknown':
      return false;
    case 'spellings': {
      const nulls = state.values.map((values) => values.every((value) => value === ''));
      return nulls.every((one) => one === nulls[0]) ? nulls[0] : undefined;
    }
    case 'unknown':
      return undefined;
  }
}
