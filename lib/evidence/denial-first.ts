import type { DenialReport } from '@/lib/evidence/evidence';

/** What was read, with its first denial in front: other failures beside it are what happened besides. */
export function denialFirst<Read extends { readonly report: DenialReport }>(all: readonly Read[]): readonly Read[] {
  const first = all.find(({ report }) => report.isAccessDenied);
  return first === undefined ? all : [first, ...all.filter((one) => one !== first)];
}
