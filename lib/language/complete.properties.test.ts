import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '@/lib/catalog/catalog';
import { complete } from '@/lib/language/complete';
import type { LanguageContext } from '@/lib/language/context';
import type { Proposal } from '@/lib/language/proposal';
import { fewServices } from '@/lib/testing/few-services';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { languageContext, READS_OBJECT } from '@/lib/testing/language-contexts';
import { applyEdits } from '@/lib/text/edit';
import { type JsonNode, parseJson } from '@/lib/text/json';
import type { Range } from '@/lib/text/range';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

// Properties of completion on policies that are whole but for one place.

const HOME = '111122223333';
const CONDITION = {
  StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:RequestTag/team': ['red', 'blue'] },
  Bool: { 'aws:SecureTransport': 'true' },
  IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
  'ForAllValues:StringLike': { 'aws:TagKeys': ['a*'] },
};
const ASSUMES = { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'sts:ExternalId': 'x' } };
const ALLOW = { Sid: 'One', Effect: 'Allow', Action: ['s3:GetObject', 's3:Put*'], Resource: ['arn:aws:s3:::shop/*'] };
const DENY = { Effect: 'Deny', NotAction: ['iam:*'], NotResource: '*', Condition: CONDITION };
const WHO = { Principal: { AWS: [`arn:aws:iam::${HOME}:root`], Service: 's3.amazonaws.com' } };
const IDENTITY = [ALLOW, DENY];
const RESOURCE = [
  { ...WHO, ...ALLOW },
  { NotPrincipal: { AWS: [HOME] }, ...DENY },
];

const STATEMENTS = {
  identity: IDENTITY,
  boundary: IDENTITY,
  session: IDENTITY,
  scp: IDENTITY,
  resource: RESOURCE,
  endpoint: RESOURCE,
  rcp: [{ Principal: '*', Effect: 'Deny', Action: ['s3:*', 'sqs:*'], Resource: '*', Condition: CONDITION }],
  trust: [{ ...WHO, Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Condition: ASSUMES }],
} satisfies Record<ValidatedType, readonly object[]>;

const CATALOGS = { few: fewServices(), full: fullCatalog() };
const contextOf = (type: ValidatedType, catalog: Catalog): LanguageContext => ({
  ...languageContext(type, READS_OBJECT),
  catalog,
});

const types = fc.constantFrom(...(Object.keys(STATEMENTS) as ValidatedType[]));
const policies = fc.record({ type: types, indent: fc.constantFrom(undefined, 2) }).map(({ type, indent }) => ({
  type,
  text: JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS[type] }, null, indent),
}));

const errors = (type: ValidatedType, text: string, catalog: Catalog) =>
  validate(type, text, catalog).flatMap(({ severity, check, message }) =>
    severity === 'error' ? [`${check}: ${message}`] : [],
  );

/** A text with its cursor, and the same text without the gap: what is wrong there may be wrong after completion too. */
interface Gap {
  readonly text: string;
  readonly offset: number;
  readonly closed: string;
}

/** Every place of a policy where something can be left out or half typed. */
function gaps(text: string): readonly Gap[] {
  const root = parseJson(text).value;
  return root ? inNode(text, root) : [];
}

function inNode(text: string, node: JsonNode): readonly Gap[] {
  switch (node.kind) {
    case 'object':
      return [
        ...beside(
          text,
          node.range,
          node.members.map(({ range }) => range),
        ),
        ...node.members.flatMap(({ value }) => (value ? inNode(text, value) : [])),
      ];
    case 'array':
      return [
        ...beside(
          text,
          node.range,
          node.items.map(({ range }) => range),
        ),
        ...node.items.flatMap((item) => inNode(text, item)),
      ];
    case 'string':
      return halves(text, node.range);
    case 'number':
    case 'boolean':
    case 'null':
      return [];
  }
}

/** Room for one entry more: behind each one, with and without the comma, and before the first. */
function beside(text: string, outer: Range, entries: readonly Range[]): readonly Gap[] {
  const [first] = entries;
  const after = entries.flatMap(({ end }) => [gap(text, end, end, ''), gap(text, end, end, ', ')]);
  const before = first ? [gap(text, first.start, first.start, ' ')] : [gap(text, outer.start + 1, outer.start + 1, '')];
  return [...after, ...before.map((one) => ({ ...one, offset: one.offset - (first ? 1 : 0) }))];
}

/** A string of which nothing, or a part, is there yet, with and without its quotes. */
function halves(text: string, { start, end }: Range): readonly Gap[] {
  const half = text.slice(start, start + 1 + Math.floor((end - start - 2) / 2));
  const closed = text;
  return ['""', `${half}"`, half].map((typed) => {
    const caret = typed === half ? half.length : typed.length - 1;
    return { ...gap(text, start, end, typed), offset: start + caret, closed };
  });
}

function gap(text: string, start: number, end: number, typed: string): Gap {
  return { text: text.slice(0, start) + typed + text.slice(end), offset: start + typed.length, closed: text };
}

/** Takes a proposal, and the first one of every place that asks to be filled in then. */
function fill(context: LanguageContext, text: string, proposal: Proposal): string {
  let after = text;
  let next: Proposal | undefined = proposal;
  for (let step = 0; step < 20 && next; step++) {
    after = applyEdits(after, [...next.further, next.edit]);
    const { selection, asksOn }: Proposal = next;
    next = asksOn ? complete(after, selection.start, context)[0] : undefined;
  }
  return after;
}

test('property: the policies these properties begin with have no errors', () => {
  for (const type of Object.keys(STATEMENTS) as ValidatedType[]) {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS[type] });
    for (const catalog of Object.values(CATALOGS)) expect(errors(type, text, catalog)).toEqual([]);
  }
});

function newErrors(context: LanguageContext, { text, closed }: Gap, proposal: Proposal): readonly string[] {
  const after = fill(context, text, proposal);
  const before = errors(context.type, closed, context.catalog);
  const added = errors(context.type, after, context.catalog).filter((error) => !before.includes(error));
  return added.length === 0 ? [] : [after, ...added];
}

test.each(Object.keys(STATEMENTS) as ValidatedType[])(
  'property: at every place of a %s policy, what is proposed first and last adds no error',
  (type) => {
    const context = contextOf(type, CATALOGS.few);
    const text = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS[type] }, null, 2);
    const places = gaps(text).map((gapped) => ({ gapped, all: complete(gapped.text, gapped.offset, context) }));
    expect(places.filter(({ all }) => all.length > 0).length).toBeGreaterThan(20);
    for (const { gapped, all } of places) {
      for (const proposal of new Set([all[0], all.at(-1)])) {
        if (proposal) expect(newErrors(context, gapped, proposal)).toEqual([]);
      }
    }
  },
);

test('property: a proposal, with what it asks for filled in, adds no error', () => {
  const catalogs = fc.constantFrom<keyof typeof CATALOGS>('few', 'full');
  const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(policies, catalogs, fc.nat(), picks, ({ type, text }, which, place, picked) => {
      const all = gaps(text);
      const gapped = all[place % all.length] as Gap;
      const context = contextOf(type, CATALOGS[which]);
      const proposals = complete(gapped.text, gapped.offset, context);
      for (const pick of picked) {
        const proposal = proposals[pick % proposals.length];
        if (proposal) expect(newErrors(context, gapped, proposal)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test('property: on any text, proposals change one line at the cursor, and select within the text', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\n',
    ' ',
    '"Statement"',
    '"Effect"',
    '"Action"',
    '"s3:',
    '"Condition":',
    '"Bool"',
    '"aws:',
    '$' + '{',
    'x',
    '//',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), types, (parts, place, type) => {
      const text = parts.join('');
      const offset = place % (text.length + 1);
      for (const { edit, further, selection } of complete(text, offset, languageContext(type, READS_OBJECT)).slice(
        0,
        20,
      )) {
        const after = applyEdits(text, [...further, edit]);
        expect(edit.range.start).toBeLessThanOrEqual(offset);
        expect(edit.range.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(edit.range.start, edit.range.end)).not.toContain('\n');
        expect(selection.start).toBeGreaterThanOrEqual(0);
        expect(selection.end).toBeLessThanOrEqual(after.length);
      }
    }),
    { numRuns: 500 },
  );
});
