'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { evidenceParts } from '@/lib/diagnosis/edit';
import { Conflicts } from './conflicts';
import { MessageChoice } from './message-choice';
import { Recognised } from './recognised';

/** What AWS said: the texts as pasted, and below what was understood of them. */
export function MessageStep() {
  const document = useWorkspace((state) => state.document);
  const readOnly = useWorkspace(isReadOnly);
  const { setEvidence } = useWorkspace.getState();
  const [extra, setExtra] = useState(0);
  const parts = evidenceParts(document);
  const shown = Math.max(1, parts.length + extra);
  return (
    <div className="space-y-4">
      {/* Questions first: a text may be long. */}
      <MessageChoice />
      <Conflicts />
      {Array.from({ length: shown }, (_, index) => (
        <TextArea
          // biome-ignore lint/suspicious/noArrayIndexKey: a text is its place: `from` names texts by it.
          key={index}
          code
          rows={5}
          // An empty field behind the others opens by a click that asks for it.
          autoFocus={index > 0 && index >= parts.length}
          label={index === 0 ? 'Error message' : `Message ${index + 1}`}
          note={parts[index]?.label}
          value={parts[index]?.text ?? ''}
          readOnly={readOnly}
          placeholder="An error occurred (AccessDenied) when calling the PutItem operation: User: arn:aws:iam::111122223333:user/JohnDoe is not authorized to perform: …"
          onChange={(text) => {
            setEvidence(index, text);
            if (index >= parts.length) setExtra(0);
          }}
        />
      ))}
      {!readOnly && parts.length === shown && (
        <Button size="small" look="quiet" icon={<Plus aria-hidden className="size-4" />} onClick={() => setExtra(1)}>
          Add another message or event
        </Button>
      )}
      <Recognised />
    </div>
  );
}
