import { useMemo } from 'react';
import { useCatalog } from '@/components/catalog/use-catalog';
import type { EditorHelp } from '@/components/editor/editor-help';
import { useFindings } from '@/components/language/use-findings';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { requestOf } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { ownerOf } from '@/lib/explanation/owner';
import type { PolicyType } from '@/lib/iam/policy-type';
import { callerAccount } from '@/lib/iam/principal';
import { validatedType } from '@/lib/language/validated-type';
import type { Request } from '@/lib/request/request';

const BUILT_IN = builtInCatalog();

/** What an editor of this policy needs to help: its type, AWS's services, the document's request, and the findings. */
export function useEditorHelp(text: string, type: PolicyType, document: DiagnosisDocument): EditorHelp {
  const state = useCatalog(text !== '');
  const catalog = state.status === 'ready' ? state.value : BUILT_IN;
  const { request: stated, unstated } = document;
  // Not the whole document: it changes with every key press in a policy.
  const request = useMemo(
    () => requestOf({ whydenied: 1, ...(stated && { request: stated }), ...(unstated && { unstated }) }, catalog),
    [stated, unstated, catalog],
  );
  const validated = validatedType(type, text, request);
  const { findings, notice } = useFindings(text, validated, accountOf(type, request));
  return useMemo(
    () => ({
      context: { type: validated, catalog, ...(request && { request }) },
      findings,
      ...(request && { owner: ownerOf(type, request) }),
      ...(notice !== undefined && { notice }),
    }),
    [type, validated, catalog, request, findings, notice],
  );
}

/** The account that a policy of this type belongs to, as far as the request tells. */
function accountOf(type: PolicyType, request: Request | undefined): string | undefined {
  if (request === undefined) return undefined;
  switch (type) {
    case 'identity':
    case 'boundary':
    case 'session':
      return callerAccount(request.caller);
    case 'resource':
      return request.owner.source === 'assumed' ? undefined : request.owner.account;
    case 'scp':
    case 'rcp':
    case 'endpoint':
      return undefined;
  }
}
