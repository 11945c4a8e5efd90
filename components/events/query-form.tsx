'use client';

import { useEffect, useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { QueryFacts } from '@/lib/guidance/queries';
import { QueryList } from './query-list';

type Fields = Readonly<Record<'principal' | 'action' | 'region' | 'from' | 'to', string>>;

const EMPTY: Fields = { principal: '', action: '', region: '', from: '', to: '' };
const DAY = 86_400_000;

/** Queries for the events, filled in with what one knows. */
export function QueryForm() {
  const [fields, setFields] = useState(EMPTY);
  useEffect(() => {
    // The clock is asked on the page alone: the exported page was made at another time.
    const now = Date.now();
    setFields((before) => ({ ...before, from: minuteOf(now - DAY), to: minuteOf(now) }));
  }, []);
  const change = (name: keyof Fields) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  return (
    <div>
      <div className="grid gap-x-4 gap-y-3 mid:grid-cols-2 wide:grid-cols-[2fr_1fr_1fr_auto_auto]">
        <TextField
          code
          label="Caller"
          placeholder="arn:aws:iam::111122223333:role/dev"
          value={fields.principal}
          onChange={change('principal')}
        />
        <TextField code label="Action" placeholder="s3:GetObject" value={fields.action} onChange={change('action')} />
        <TextField code label="Region" placeholder="eu-west-1" value={fields.region} onChange={change('region')} />
        <TextField type="datetime-local" label="From (UTC)" value={fields.from} onChange={change('from')} />
        <TextField type="datetime-local" label="To (UTC)" value={fields.to} onChange={change('to')} />
      </div>
      <QueryList facts={factsOf(fields)} />
    </div>
  );
}

function minuteOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16);
}

function factsOf({ from, to, ...others }: Fields): QueryFacts {
  const stated = Object.entries(others).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]));
  return {
    ...(Object.fromEntries(stated) as QueryFacts),
    ...(from && { from: `${from}Z` }),
    ...(to && { to: `${to}Z` }),
  };
}
