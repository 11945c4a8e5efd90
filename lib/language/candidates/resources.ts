import type { ResourceType } from '@/lib/catalog/catalog';
import { splitArn } from '@/lib/iam/arn';
import { callerAccount, callerPartition } from '@/lib/iam/principal';
import { fillFormat, formatNames, readFormat } from '@/lib/language/arn-format';
import { type Candidate, type Candidates, textCandidate } from '@/lib/language/candidates/candidate';
import type { LanguageContext } from '@/lib/language/context';
import { namedActions, resourceTypesOf } from '@/lib/language/statement';
import { REGIONS } from '@/lib/language/words/regions';
import type { Request } from '@/lib/request/request';
import type { LooseObject } from '@/lib/text/loose-json';

export interface ResourcePlace {
  readonly typed: string;
  readonly taken: ReadonlySet<string>;
  readonly statement: LooseObject | undefined;
  /** `NotResource` takes no `*`: it would exclude everything. */
  readonly negated: boolean;
}

/** Resource types that are spelled out; a statement on a whole service has more than anyone reads. */
const MAX_TYPES = 40;

/** ARNs that the statement's actions can be about, with what the request tells of them. */
export function resources(place: ResourcePlace, { catalog, request, type }: LanguageContext): Candidates {
  const { statement, taken, typed } = place;
  const { actions, complete } = namedActions(statement, catalog);
  const types = resourceTypesOf(actions);
  const known = request && namesOf(request, types);
  const own = request && request.resource !== '*' ? [textCandidate('resource', request.resource, ASKED)] : [];
  const shapes = types.slice(0, MAX_TYPES).flatMap((one) => ofType(one, request, known, typed));
  const onlyAll = complete && types.length === 0;
  // A bucket's policy names its own bucket: S3 refuses the star there.
  const ofBucket = type === 'resource' && actions.some(({ service }) => service === 's3');
  const all = place.negated || ofBucket ? [] : [textCandidate('resource', '*', onlyAll ? NO_TYPES : 'Every resource.')];
  // The resource of the request is offered where the actions can be about it, or nobody knows.
  const fits = request !== undefined && (!complete || types.some(({ arn }) => readFormat(arn, request.resource)));
  const list = onlyAll ? all : [...(fits ? own : []), ...shapes, ...all];
  return { typed, list: list.filter(({ label }) => !taken.has(label)) };
}

const ASKED = 'the resource of this request';
const NO_TYPES = 'These actions can be limited to no single resource.';

type Names = ReadonlyMap<string, string>;

/** The names that the request's own ARN gives to the variables of its resource type: the bucket, the role. */
function namesOf({ resource }: Request, types: readonly ResourceType[]): Names | undefined {
  return types.map(({ arn }) => readFormat(arn, resource)).find((names) => names !== undefined);
}

const FIXED: readonly string[] = ['Partition', 'Region', 'Account'];

function ofType(
  type: ResourceType,
  request: Request | undefined,
  known: Names | undefined,
  typed: string,
): readonly Candidate[] {
  const open = formatNames(type.arn).filter((name) => !FIXED.includes(name));
  return placesFor(type, request, typed).flatMap((place) => {
    const fill = (names: Names) => fillFormat(type.arn, (name) => place.get(name) ?? names.get(name) ?? '*');
    const any = fill(new Map());
    const start = any.lastIndexOf('*');
    const select = open.length > 0 && start > 0 ? { select: { start, end: start + 1 } } : {};
    const anyOne: Candidate = {
      kind: 'resource',
      label: any,
      detail: type.name,
      insertion: { kind: 'text', text: any, ...select },
    };
    if (!known || !open.some((name) => known.has(name))) return [anyOne];
    // With its last name left open, so that it covers all objects of the bucket, not the one that was asked for.
    const [outer, last] = [new Map(known), open.at(-1) ?? ''];
    outer.delete(last);
    return [...[fill(known), fill(outer)].map((arn) => textCandidate('resource', arn, type.name)), anyOne];
  });
}

/** Partition, Region and account as typed, else those of the request; several Regions while one is being typed. */
function placesFor(type: ResourceType, request: Request | undefined, typed: string): readonly Names[] {
  const [, partition, , region, account] = splitArn(typed);
  const isPart = region !== undefined && account === undefined && region !== '' && !region.includes('*');
  const regions =
    isPart && formatNames(type.arn).includes('Region')
      ? REGIONS.flatMap(([name]) => (name.startsWith(region) ? [name] : []))
      : [account === undefined ? (requestRegion(request) ?? '*') : (region ?? '*')];
  const own = request && (request.owner.account ?? callerAccount(request.caller));
  const isWhole = splitArn(typed).length > 5 && account !== undefined && account !== '';
  return regions.map(
    (name) =>
      new Map([
        ['Partition', (region === undefined ? undefined : partition) || requestPartition(request)],
        ['Region', name],
        ['Account', (isWhole ? account : undefined) ?? own ?? '*'],
      ]),
  );
}

function requestPartition(request: Request | undefined): string {
  return request?.resourceArn?.partition ?? (request && callerPartition(request.caller)) ?? 'aws';
}

/** The Region of the request's resource, or the one that was called. */
function requestRegion(request: Request | undefined): string | undefined {
  if (request?.resourceArn?.region) return request.resourceArn.region;
  const called = request?.context.lookup('aws:RequestedRegion');
  return called?.state === 'present' && called.source !== 'assumed' ? called.values[0] : undefined;
}
