import { contextTexts } from '@/lib/diagnosis/context-texts';
import type { Fact, FactSource } from '@/lib/diagnosis/diagnosis';
import type { DiagnosisDocument, DocumentRequest } from '@/lib/diagnosis/schema';
import type { Request } from '@/lib/request/request';

const FIELDS = [
  ['principal', 'Caller'],
  ['action', 'Action'],
  ['resource', 'Resource'],
  ['resourceAccount', 'Account of the resource'],
] as const;

// What follows from the caller and the resource, and is worth seeing (R197).
const DERIVED_KEYS = [
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:username',
  'aws:ResourceAccount',
  'aws:RequestedRegion',
];

/** Every fact of the request as used, with where it came from. */
export function facts(
  document: DiagnosisDocument,
  stated: DocumentRequest,
  request: Request | undefined,
): readonly Fact[] {
  const sourceOf = (path: string): FactSource => {
    const from = document.from?.[path];
    if (from?.startsWith('evidence:')) return 'evidence';
    return from === 'derived' ? 'derived' : 'typed';
  };
  const list: Fact[] = [];
  for (const [field, label] of FIELDS) {
    const value = stated[field];
    const path = `request.${field}`;
    if (value) list.push({ path, label, value, source: sourceOf(path) });
  }
  if (!stated.resourceAccount && request?.owner.account !== undefined) {
    const source = request.owner.source === 'assumed' ? 'assumed' : 'derived';
    list.push({
      path: 'request.resourceAccount',
      label: 'Account of the resource',
      value: request.owner.account,
      source,
    });
  }
  for (const [key, value] of Object.entries(stated.context ?? {})) {
    const path = `request.context.${key}`;
    list.push({ path, label: key, value: contextTexts(value).join(', '), source: sourceOf(path) });
  }
  return request ? [...list, ...derivedFacts(request)] : list;
}

function derivedFacts(request: Request): readonly Fact[] {
  return DERIVED_KEYS.flatMap((key): readonly Fact[] => {
    if (request.stated.state(key.toLowerCase())) return [];
    const state = request.context.lookup(key);
    const path = `request.context.${key}`;
    if (state.state === 'present' && state.source !== 'stated') {
      return [
        {
          path,
          label: key,
          value: state.values.join(', '),
          source: state.source === 'assumed' ? 'assumed' : 'derived',
        },
      ];
    }
    if (state.state === 'partial' && state.value.likely !== undefined) {
      return [{ path, label: key, value: state.value.likely, source: 'assumed' }];
    }
    return [];
  });
}
