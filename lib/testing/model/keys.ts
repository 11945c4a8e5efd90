import { derive, foreignServiceKey } from '@/lib/testing/model/derived-keys';
import type { Request } from '@/lib/testing/model/request';
import { ABSENT, type KeyState, PRESENT, stated, UNKNOWN, value } from '@/lib/testing/model/stated-keys';
import { readDate, writeIso, writeSeconds } from '@/lib/testing/model/values';

const TAG_SISTERS = [
  'ec2:resourcetag/',
  'iam:resourcetag/',
  'ssm:resourcetag/',
  'secretsmanager:resourcetag/',
  'ecs:resourcetag/',
  'ecr:resourcetag/',
  'elasticloadbalancing:resourcetag/',
  'autoscaling:resourcetag/',
  'sagemaker:resourcetag/',
  'rds:db-tag/',
];

/** C192: the other names of the same fact. */
function sisters(request: Request, key: string): readonly string[] {
  const pairs: readonly (readonly [string, string])[] = [
    ['kms:calleraccount', 'aws:principalaccount'],
    ['s3:resourceaccount', 'aws:resourceaccount'],
    ['ec2:region', 'aws:requestedregion'],
    ...TAG_SISTERS.map((prefix) => [prefix, 'aws:resourcetag/'] as const),
    ['rds:req-tag/', 'aws:requesttag/'],
  ];
  const name = key.toLowerCase();
  return pairs.flatMap(([other, common]) => {
    const isPrefix = other.endsWith('/');
    // C18: tags go by these names only in requests that carry keys of the service.
    if (isPrefix && foreignServiceKey(request, other) !== undefined) return [];
    if (isPrefix ? name.startsWith(other) : name === other) return [common + name.slice(other.length)];
    if (isPrefix ? name.startsWith(common) : name === common) return [other + name.slice(common.length)];
    return [];
  });
}

/** C53: `aws:CurrentTime` and `aws:EpochTime` are the same instant. */
function derivedTime(request: Request, key: string): KeyState | undefined {
  const name = key.toLowerCase();
  if (name !== 'aws:currenttime' && name !== 'aws:epochtime') return undefined;
  const other = stated(request, name === 'aws:currenttime' ? 'aws:epochtime' : 'aws:currenttime');
  if (other === undefined || other === 'present' || other.kind !== 'values') return undefined;
  const [values = [], ...spellings] = other.spellings;
  const [text = '', ...rest] = values;
  const instant = readDate(text);
  if (spellings.length > 0 || rest.length > 0 || instant === undefined) return undefined;
  return value(name === 'aws:currenttime' ? writeIso(instant) : writeSeconds(instant));
}

// What was found of a request's keys: random documents ask for the same ones again and again.
const known = new WeakMap<Request, Map<string, KeyState>>();

/** C28: what the request holds under a key. */
export function lookup(request: Request, key: string): KeyState {
  const found = known.get(request) ?? new Map<string, KeyState>();
  known.set(request, found);
  const state = found.get(key) ?? find(request, key);
  found.set(key, state);
  return state;
}

function find(request: Request, key: string): KeyState {
  if (/^aws:(request|resource|principal)tag\/?$/i.test(key)) return ABSENT; // C16
  const own = stated(request, key);
  if (own !== undefined && own !== 'present') return own;
  const follows = derived(request, key);
  if (own === 'present') return follows === undefined || follows.kind === 'absent' ? PRESENT : follows;
  if (follows === undefined) return request.contextMode === 'unknown' ? UNKNOWN : ABSENT; // R177, C172
  // C173: in mode `absent` what is there with an unknown value counts as absent.
  if (follows.kind === 'presentUnknown' && request.contextMode === 'absent' && !isPresentElsewhere(request, key)) {
    return ABSENT;
  }
  return follows;
}

/** C28, C192: whether `present` names the fact by its other name. */
function isPresentElsewhere(request: Request, key: string): boolean {
  return sisters(request, key).some((sister) => stated(request, sister) === 'present');
}

function derived(request: Request, key: string): KeyState | undefined {
  const foreign = foreignServiceKey(request, key.toLowerCase());
  if (foreign !== undefined) return foreign; // C18
  for (const sister of sisters(request, key)) {
    const said = stated(request, sister);
    if (said !== undefined && said !== 'present') return said;
  }
  const own = derivedTime(request, key) ?? derive(request, key.toLowerCase());
  if (own !== undefined) return own;
  for (const sister of sisters(request, key)) {
    const follows = derive(request, sister);
    if (follows !== undefined) return follows;
  }
  return isPresentElsewhere(request, key) ? PRESENT : undefined;
}
