import { lineEnd } from '@/lib/text/lines';
import type { Range } from '@/lib/text/range';

// Where YAML stands in a text: templates, and what AWS's commands print with `--output yaml`. Only its lines are looked at here;
// `yaml.ts` reads them.

const KEY = /^ {0,200}(?:- ){0,8}(?:[A-Za-z_][\w.:/-]{0,100}|'[^'\n]{1,100}'|"[^"\n]{1,100}"):(?:\s|$)/;
const BARE_KEY = /^ {0,200}(?:- ){0,8}[A-Za-z_][\w.:/-]{0,100}:(?:\s|$)/;

// Lines of messages look like a key and its value: `User: arn:… is not authorized`, `AccessDenied: Access Denied`, `Error: exit code 1`.
const MESSAGE =
  /^ {0,200}[\w.$]{0,100}(?:err|error|warning|exception): \S|\b\w{0,60}(?:AccessDenied|Unauthorized|NotAuthorized|AuthorizationError)\w{0,40}: \S|\bis not authorized\b/i;
const SENTENCE = /\bis not authorized to perform\b/;

// A list of lists, as a query makes of endpoints.
const ROW = /^- - vpce-[0-9a-f]{1,40}$/m;

// Keys of documents, of AWS's answers and of templates. Without one of them a text is no YAML that is read here.
const TELLING =
  /^ {0,200}(?:- ){0,8}['"]?(?:Statement|PolicyDocument|AssumeRolePolicyDocument|Policy|PolicyVersion|PolicyNames|AttachedPolicies|AttachedManagedPolicies|Policies|PolicySummary|ResourcePolicy|ResourcePolicies|resourcePolicy|resourcePolicies|policyText|policy|PolicyInJson|accessPolicy|InlinePolicy|PermissionsBoundary|Role|User|Groups|UserDetailList|RoleDetailList|Attributes|VpcEndpoints|DomainStatus|Targets|destinations|ServicesLastAccessed|Resources|iamRoleStatements|CustomerManagedPolicyReferences)['"]?:(?:\s|$)/m;

/** Whether a text may hold YAML that tells of policies: then the reader of YAML is worth loading. */
export function mayHoldYaml(text: string): boolean {
  return isTelling(text) && yamlStretches(text, []).length > 0;
}

/**
 * The stretches of lines that look like YAML and hold a telling key; none that begins within one of `others`. Linear: every line is
 * looked at once.
 */
export function yamlStretches(text: string, others: readonly Range[]): readonly Range[] {
  const stretches: Range[] = [];
  let open: { readonly start: number; readonly indent: number } | undefined;
  let other = 0;
  const close = (end: number) => {
    if (open && isTelling(text.slice(open.start, end))) stretches.push({ start: open.start, end });
    open = undefined;
  };
  for (let at = 0; at <= text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 400));
    const indent = indentOf(line);
    if (open && !goesOn(line, indent, open.indent)) close(at);
    while (other < others.length && (others[other]?.end ?? 0) <= at) other++;
    const isInside = (others[other]?.start ?? Number.POSITIVE_INFINITY) <= at + indent;
    if (!(open || isInside) && begins(line)) open = { start: at, indent };
    at = end + 1;
  }
  close(text.length);
  return stretches;
}

function isTelling(text: string): boolean {
  return TELLING.test(text) || ROW.test(text);
}

function begins(line: string): boolean {
  return ROW.test(line) || (BARE_KEY.test(line) && !MESSAGE.test(line));
}

function goesOn(line: string, indent: number, base: number): boolean {
  const rest = line.slice(indent);
  // Tabs cannot indent YAML; its reader says so.
  if (SENTENCE.test(line)) return false;
  if (rest.trim() === '' || indent > base || rest.startsWith('\t')) return true;
  if (indent !== base || MESSAGE.test(line)) return false;
  return KEY.test(line) || /^(?:-(?:\s|$)|#|---|\.\.\.)/.test(rest);
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charAt(indent) === ' ') indent++;
  return indent;
}
