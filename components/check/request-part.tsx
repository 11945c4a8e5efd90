import { Plus } from 'lucide-react';
import type { ClipboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { KeyRowFields } from './key-row-fields';
import type { CheckState } from './use-check';

type RequestField = 'principal' | 'action' | 'resource';

/** The request in one line: who, what, on what; and the condition keys that matter. */
export function RequestPart({ state }: { readonly state: CheckState }) {
  const { check, change, addKey } = state;

  const onPaste = async (event: ClipboardEvent, field: RequestField) => {
    const text = event.clipboardData.getData('text/plain');
    // No ARN and no action has a blank in it: this is a message, and it names all three.
    if (!/\S\s+\S/.test(text)) return;
    event.preventDefault();
    const { readEvidence } = await import('@/lib/evidence/read');
    const [report] = readEvidence(text).reports;
    const { principal, resource } = report ?? {};
    const action = report?.action ?? report?.impliedAction;
    const stated = { ...(principal && { principal }), ...(action && { action }), ...(resource && { resource }) };
    change(Object.keys(stated).length > 0 ? stated : { [field]: text.trim() });
  };

  return (
    <div>
      <div className="grid gap-x-3 gap-y-3 mid:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,5fr)]">
        {FIELDS.map(({ field, label, placeholder }) => (
          <TextField
            key={field}
            code
            label={label}
            placeholder={placeholder}
            value={check[field]}
            data-check-field={field}
            onChange={(value) => change({ [field]: value })}
            onPaste={(event) => void onPaste(event, field)}
          />
        ))}
      </div>
      {check.keys.length > 0 && (
        <ul aria-label="Condition keys" className="mt-3 flex flex-col gap-3 mid:gap-2">
          {check.keys.map((row) => (
            <KeyRowFields key={row.id} row={row} state={state} />
          ))}
        </ul>
      )}
      <Button
        look="quiet"
        size="small"
        className="-ml-2.5 mt-2"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() => addKey('')}
      >
        Add a condition key
      </Button>
    </div>
  );
}

const FIELDS = [
  { field: 'principal', label: 'Who', placeholder: 'arn:aws:iam::111122223333:user/Maria' },
  { field: 'action', label: 'Action', placeholder: 's3:GetObject' },
  { field: 'resource', label: 'Resource', placeholder: 'arn:aws:s3:::acme-reports/q3.pdf' },
] as const;
