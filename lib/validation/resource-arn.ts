import type { Catalog, ResourceType } from '@/lib/catalog/catalog';
import { patternsMeet } from '@/lib/text/patterns-meet';
import type { Located, Range } from '@/lib/text/range';
import { type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import { remembered } from '@/lib/validation/remembered';
import { arnFields } from '@/lib/validation/terms/resources';

// ARNs as `Resource` writes them, with wildcards and variables, and the forms that a service's ARNs have.

/** An ARN of a `Resource`, split at its first five colons. A variable counts as anything, also where it holds colons. */
export interface ResourceArn {
  readonly range: Range;
  readonly text: string;
  readonly fields: readonly string[];
  /** Fields that are not there; a star at the end may stand for them. */
  readonly isShort: boolean;
  readonly partition: string;
  readonly service: string;
  /** `*` where a star at the end stands for it. */
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads an entry of `Resource`. `undefined` for what is no ARN at all, `*` among it. */
export function readResourceArn({ value, range }: Located<string>): ResourceArn | undefined {
  if (!value.startsWith('arn:')) return undefined;
  const fields = arnFields(value);
  const [, partition = '*', service = '*', region = '*', account = '*', resource = '*'] = fields;
  const isShort = fields.length < 6 && !fields.some((field) => /^\*+$/.test(field));
  return { range, text: value, fields, isShort, partition, service, region, account, resource };
}

/** A wildcard, or a variable, which may hold anything. */
export function isOpen(text: string): boolean {
  return text.includes('*') || text.includes('?') || text.includes('${');
}

/** A form that ARNs of a service have, ready to be compared field by field. */
export interface ArnForm {
  readonly type: ResourceType;
  readonly arn: string;
  readonly hasRegion: boolean;
  readonly hasAccount: boolean;
  readonly fields: readonly Pattern[];
}

const formsOfCatalogs = new WeakMap<Catalog, ReadonlyMap<string, readonly ArnForm[]>>();

/**
 * Every form of the ARNs that have this service field, whichever service lists it. `undefined` where it is not known: of a
 * service without details, or one that no ARN names.
 */
export function arnFormsOf(service: string, catalog: Catalog): readonly ArnForm[] | undefined {
  const known = formsOfCatalogs.get(catalog);
  const forms = known ?? collectForms(catalog);
  if (!known) formsOfCatalogs.set(catalog, forms);
  return forms.get(service);
}

function collectForms(catalog: Catalog): ReadonlyMap<string, readonly ArnForm[]> {
  const forms = new Map<string, ArnForm[]>();
  for (const prefix of catalog.prefixes) {
    for (const type of catalog.service(prefix)?.resourceTypes ?? []) {
      const [, , written = '', region = '', account = '', ...rest] = arnFields(type.arn);
      // A recovery point's ARN is that of the service it was made for, or that of the service that lists it.
      const service = written.startsWith('${') ? prefix : written;
      if (rest.length === 0) continue;
      const fields = arnFields(type.arn).map(formPattern);
      const form = { type, arn: type.arn, hasRegion: region !== '', hasAccount: account !== '', fields };
      const others = forms.get(service);
      if (others) others.push(form);
      else forms.set(service, [form]);
    }
  }
  return forms;
}

/** A field of a form: each `${…}` stands for anything. */
function formPattern(field: string): Pattern {
  return wildcardPattern(field.replaceAll(/\$\{[^}]*\}/g, '*'));
}

/** A field of a policy's ARN: its wildcards and variables stand for anything, `${*}` for a star. */
function fieldPattern(field: string): Pattern {
  return wildcardPattern(field.replaceAll(/\$\{[*?$]\}/g, 'x').replaceAll(/\$\{[^}]*\}/g, '*'));
}

// Comparing two patterns costs the product of their lengths. No ARN of AWS's has a part this long.
const LONGEST_PART = 2_000;

/**
 * The forms whose last part an ARN's last part can be; all of them where it is too long to be compared. `undefined` where the
 * forms of the service are not known.
 */
export function formsThatFit(arn: ResourceArn, catalog: Catalog): readonly ArnForm[] | undefined {
  return arn.resource.length > LONGEST_PART
    ? arnFormsOf(arn.service, catalog)
    : fittingForms(`${arn.service}:${arn.resource}`, catalog);
}

const fittingForms = remembered((serviceAndResource, catalog) => {
  const colon = serviceAndResource.indexOf(':');
  const pattern = fieldPattern(serviceAndResource.slice(colon + 1));
  const forms = arnFormsOf(serviceAndResource.slice(0, colon), catalog);
  return forms?.filter((form) => patternsMeet(pattern, form.fields[5] ?? []));
});
