import type { Catalog, ResourceType } from '@/lib/catalog/catalog';
import { compileResource, matchResource } from '@/lib/evaluation/resource';
import { splitArn } from '@/lib/iam/arn';
import type { LanguageContext } from '@/lib/language/context';
import type { Description, DescriptionSection } from '@/lib/language/describe/description';
import { REGIONS } from '@/lib/language/words/regions';
import type { PolicyVersion } from '@/lib/policy/document';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { wildcardPattern } from '@/lib/text/wildcard';
import { code, listOf } from '@/lib/text/wording';

const PART_NAMES = ['Partition', 'Service', 'Region', 'Account', 'Resource'] as const;
/** Types named for one ARN: a pattern may fit them all. */
const MOST_TYPES = 6;
/** Longer patterns are not held against every format of a service. */
const LONGEST = 2048;

export interface ArnPlace {
  /** `Resource` or `NotResource`; left out for an ARN elsewhere, such as a condition's value. */
  readonly element?: string;
  readonly version: PolicyVersion;
}

/** An ARN by its parts, and the types of resources it can name. */
export function describeArn(written: string, place: ArnPlace, context: LanguageContext): Description | undefined {
  if (written === '*') {
    const all = place.element === 'NotResource' ? 'No resource is left: every one is excluded.' : 'Every resource.';
    return { title: '*', sections: [{ lines: [all] }] };
  }
  if (!written.startsWith('arn:')) return undefined;
  const [, ...parts] = splitArn(written);
  const lines = parts.map((part, index) => sayPart(PART_NAMES[index] ?? 'Resource', part, parts, context.catalog));
  const missing = PART_NAMES.slice(parts.length);
  const short =
    missing.length > 0
      ? [
          `It lacks ${listOf(
            missing.map((name) => name.toLowerCase()),
            'and',
          )}.`,
        ]
      : [];
  return {
    title: written,
    sections: [
      { lines: [...lines, ...short] },
      ...typesSection(written, context),
      ...requestSection(written, place, context),
    ],
  };
}

function sayPart(name: (typeof PART_NAMES)[number], part: string, parts: readonly string[], catalog: Catalog): string {
  const shown = part === '' ? 'none' : code(part);
  const note = noteOn(name, part, parts, catalog);
  return `${name}: ${shown}${note === undefined ? '' : ` – ${note}`}`;
}

function noteOn(name: string, part: string, parts: readonly string[], catalog: Catalog): string | undefined {
  if (part === '*' && name !== 'Resource') return `any ${name.toLowerCase()}`;
  switch (name) {
    case 'Service':
      return catalog.serviceName(part);
    case 'Region':
      return part === ''
        ? parts[1] === 's3'
          ? 'buckets have none in their ARN'
          : undefined
        : REGIONS.find(([region]) => region === part)?.[1];
    case 'Account':
      if (part === 'aws') return 'AWS’s own';
      return part === '' && parts[1] === 's3' ? 'buckets have none in their ARN' : undefined;
    default:
      return undefined;
  }
}

function typesSection(arn: string, { catalog }: LanguageContext): readonly DescriptionSection[] {
  const types = typesOf(arn, catalog).map(({ name }) => code(name));
  if (types.length === 0) return [];
  const shown =
    types.length > MOST_TYPES ? [...types.slice(0, MOST_TYPES), `${types.length - MOST_TYPES} more`] : types;
  return [{ heading: 'Can name', lines: [listOf(shown, 'or')] }];
}

/** The types of the ARN's service that it can name: where some ARN fits both. */
function typesOf(arn: string, catalog: Catalog): readonly ResourceType[] {
  const service = arn.length > LONGEST ? undefined : catalog.service(splitArn(arn)[2] ?? '');
  if (service === undefined) return [];
  const fields = splitArn(withoutVariables(arn)).map(wildcardPattern);
  const fitting = service.resourceTypes.filter((type) =>
    [type.arn, ...(type.otherArns ?? [])].some((format) => meets(format, fields)),
  );
  // A format of more literal text says more: `arn:…:role/*` beside one that takes anything.
  const literal = ({ arn: format }: ResourceType) => withoutVariables(format).length;
  return fitting.toSorted((left, right) => literal(right) - literal(left));
}

function meets(format: string, fields: readonly ReturnType<typeof wildcardPattern>[]): boolean {
  const own = splitArn(withoutVariables(format)).map(wildcardPattern);
  return own.length === fields.length && own.every((field, index) => patternsMeet(field, fields[index] ?? []));
}

function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '*');
}

/** Whether the resource of the request fits, asked of the engine itself. */
function requestSection(
  written: string,
  { element, version }: ArnPlace,
  { request, type }: LanguageContext,
): readonly DescriptionSection[] {
  if (request === undefined || element === undefined) return [];
  const range = { start: 0, end: written.length };
  const pattern = { name: 'Resource', range, patterns: [{ value: written, range }] } as const;
  const match = matchResource(compileResource(pattern, type === 'trust' ? 'resource' : type, version), request);
  return [{ heading: 'This request', lines: [`${FITS[match.outcome]}: ${code(request.resource)}.`] }];
}

const FITS = {
  matches: 'Its resource fits',
  doesNotMatch: 'Its resource does not fit',
  dependsOn: 'Whether its resource fits depends on a variable that is not known',
} as const;
