import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Choice } from '@/components/ui/choice';
import { CONTROL_CLASSES } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { KeyRow } from './quick-check';
import type { CheckState } from './use-check';

interface KeyRowFieldsProps {
  readonly row: KeyRow;
  readonly state: CheckState;
}

const FIELD = `${CONTROL_CLASSES} h-9 px-2.5 font-mono text-small pointer-coarse:h-11`;

/** One condition key: its name, and its value or that the request does not carry it. */
export function KeyRowFields({ row, state: { changeKey, removeKey } }: KeyRowFieldsProps) {
  const name = useRef<HTMLInputElement>(null);
  const value = useRef<HTMLInputElement>(null);
  const key = row.key || 'this key';

  useEffect(() => {
    // A new row takes the caret: to its name, or, where a question named it, to its value.
    (name.current?.value ? value : name).current?.focus();
  }, []);

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1.5 mid:grid-cols-[minmax(0,5fr)_auto_minmax(0,6fr)_auto]">
      <input
        ref={name}
        type="text"
        aria-label="Condition key"
        placeholder="aws:SourceIp"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={row.key}
        onChange={(event) => changeKey(row.id, { key: event.currentTarget.value })}
        className={FIELD}
      />
      <Choice
        label={`Whether the request carries ${key}`}
        value={row.absent ? 'absent' : 'present'}
        onChange={(chosen) => changeKey(row.id, { absent: chosen === 'absent' })}
        options={[
          { value: 'present', label: 'is' },
          { value: 'absent', label: 'is absent' },
        ]}
      />
      <input
        ref={value}
        type="text"
        aria-label={`Value of ${key}`}
        placeholder={row.absent ? 'Not in the request' : '203.0.113.9'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        disabled={row.absent}
        value={row.absent ? '' : row.value}
        onChange={(event) => changeKey(row.id, { value: event.currentTarget.value })}
        className={FIELD}
      />
      <IconButton
        label={`Remove ${key}`}
        icon={<X aria-hidden className="size-4" />}
        onClick={() => removeKey(row.id)}
      />
    </li>
  );
}
