'use client';

import { ContextKeys } from './context-keys';
import { KeyQuestions } from './key-questions';
import { RequestField } from './request-field';

/** What was called, by whom, on what: edited where it stands, each fact with its source. */
export function RequestPanel() {
  return (
    <div className="space-y-4">
      <KeyQuestions />
      <div className="space-y-3">
        <RequestField field="principal" />
        <RequestField field="action" />
        <RequestField field="resource" />
        <RequestField field="resourceAccount" />
      </div>
      <ContextKeys />
    </div>
  );
}
