import { Command } from 'cmdk';
import { useDeferredValue, useMemo, useState } from 'react';
import { Name } from '@/components/ui/code-text';
import { SelectField } from '@/components/ui/select-field';
import { type CatalogEntry, type CatalogSearch, type EntryKind, entryId } from '@/lib/catalog/search';
import { plural, sayNumber } from '@/lib/text/wording';
import { entryName, entryNote, KIND_WORDS } from './entry-words';

const MOST_SHOWN = 80;

interface SearchPartProps {
  readonly search: CatalogSearch;
  /** What is listed while nothing is typed. */
  readonly services: readonly CatalogEntry[];
  readonly open: (entry: CatalogEntry) => void;
}

type KindChoice = EntryKind | 'all';

/** The box, and what fits it. Arrow keys go through the list from the box, Enter opens. */
export function SearchPart({ search, services, open }: SearchPartProps) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<KindChoice>('all');
  const asked = useDeferredValue(text);
  const found = useMemo(
    () => search.find(asked, { most: MOST_SHOWN, ...(kind !== 'all' && { kinds: [kind] }) }),
    [search, asked, kind],
  );
  const empty = asked.trim() === '';
  const entries = empty ? services : found.entries;
  const [picked, setPicked] = useState('');
  // What was picked may have left the list; then Enter opens the best one.
  const ids = entries.map(entryId);
  const current = ids.includes(picked) ? picked : (ids[0] ?? '');
  return (
    <Command
      label="Search"
      shouldFilter={false}
      value={current}
      onValueChange={setPicked}
      className="flex min-h-0 flex-col"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        autoFocus
        placeholder="s3:GetObject, passrole, s3:Get*, an ARN"
        className="h-11 w-full rounded-control border border-line-control bg-surface-raised px-3 font-mono text-base placeholder:text-text-muted focus-visible:outline-offset-0"
      />
      <div className="mt-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <SelectField<KindChoice> label="Show" value={kind} options={KINDS} onChange={setKind} />
        <p role="status" className="text-small text-text-muted">
          {empty ? plural(services.length, 'service', 'services') : counted(found.total)}
        </p>
      </div>
      <Command.List className="mt-1 max-h-[60vh] overflow-auto rounded-control border border-line [scrollbar-width:thin]">
        {entries.map((entry) => (
          <Command.Item
            key={entryId(entry)}
            value={entryId(entry)}
            onSelect={() => open(entry)}
            className="target flex cursor-pointer flex-wrap items-baseline justify-between gap-x-3 border-line border-b px-3 py-1.5 last:border-b-0 data-[selected=true]:bg-surface-sunken data-[selected=true]:outline-2 data-[selected=true]:outline-accent data-[selected=true]:-outline-offset-2"
          >
            <span className="font-mono text-small">
              <Name>{entryName(entry)}</Name>
            </span>
            <span className="wrap-anywhere text-small text-text-muted">
              {entry.kind === 'service' ? entryNote(entry) : `${KIND_WORDS[entry.kind].one} · ${entryNote(entry)}`}
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

const KINDS = [
  { value: 'all', label: 'Everything' },
  ...(['service', 'action', 'resourceType', 'key'] as const).map((kind) => ({
    value: kind,
    label: KIND_WORDS[kind].many,
  })),
] as const;

function counted(total: number): string {
  if (total === 0) return 'Nothing is called that. Try a part of the name.';
  const found = `${sayNumber(total)} found`;
  return total > MOST_SHOWN ? `${found}, the best ${MOST_SHOWN} shown` : found;
}
