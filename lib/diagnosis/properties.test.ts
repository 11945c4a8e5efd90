import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { Decision, Verdict } from '@/lib/evaluation/verdict';
import { POLICY_TYPES, type PolicyType } from '@/lib/iam/policy-type';
import { buildRequest } from '@/lib/request/build-request';
import { diagnoses, type Effect, keys, policyOf, statementOf, values } from '@/lib/testing/arbitraries';

// What holds for every diagnosis there can be (R218), tried on random ones.

const RUNS = { numRuns: 200 };
// Generous: these share two cores with everything else that runs.
vi.setConfig({ testTimeout: 60_000 });

function decide(document: DiagnosisDocument): Verdict {
  return diagnose(document).verdict;
}

type Policies = readonly DocumentPolicy[];

function withPolicies(document: DiagnosisDocument, policies: Policies): DiagnosisDocument {
  return { ...document, policies: [...policies] };
}

function statementsOf(policy: DocumentPolicy): readonly { readonly Effect: Effect }[] {
  return (policy.document as { Statement: { readonly Effect: Effect }[] }).Statement;
}

function withStatements(policy: DocumentPolicy, statements: readonly object[]): DocumentPolicy {
  return { ...policy, document: { ...(policy.document as object), Statement: statements } };
}

/** A diagnosis with one more statement in one of its policies, and without it. */
function withOneMore(effect: Effect) {
  return diagnoses
    .filter((document) => (document.policies ?? []).length > 0)
    .chain((document) => {
      const policies = document.policies ?? [];
      return fc.nat(policies.length - 1).chain((place) => {
        const type = policies[place]?.type ?? 'identity';
        return statementOf(type, fc.constant(effect)).map((statement) => ({
          without: document,
          with: withPolicies(
            document,
            policies.map((policy, index) =>
              index === place ? withStatements(policy, [...statementsOf(policy), statement]) : policy,
            ),
          ),
        }));
      });
    });
}

/** For each decision, what it may become. */
type Turns = Readonly<Record<Decision, readonly Decision[]>>;

function checkTurn(turns: Turns, before: DiagnosisDocument, after: DiagnosisDocument): void {
  expect(turns[decide(before).decision]).toContain(decide(after).decision);
}

test('deny wins', () => {
  fc.assert(
    fc.property(diagnoses, fc.constantFrom(...POLICY_TYPES), (document, type) => {
      const takesPrincipal = type === 'resource' || type === 'rcp' || type === 'endpoint';
      const everything = { Effect: 'Deny', Action: '*', Resource: '*', ...(takesPrincipal && { Principal: '*' }) };
      const policy = { type, document: { Version: '2012-10-17', Statement: everything } };
      const { decision, deniedBy, layers } = decide(withPolicies(document, [...(document.policies ?? []), policy]));
      const excluded = document.notApplicable?.includes(type) === true;
      fc.pre(!excluded && layers.find((layer) => layer.type === type)?.outcome !== 'notApplicable');
      expect([decision, deniedBy]).toEqual(['explicitDeny', expect.arrayContaining([type])]);
    }),
    RUNS,
  );
});

test('no allow, no access', () => {
  fc.assert(
    fc.property(diagnoses, (document) => {
      const denials = (document.policies ?? []).map((policy) =>
        withStatements(
          policy,
          statementsOf(policy).filter((statement) => statement.Effect === 'Deny'),
        ),
      );
      const bare = { ...withPolicies(document, denials), unstated: 'absent' as const, incomplete: [] };
      const rootNeedsNone = document.request?.principal?.endsWith(':root');
      if (!rootNeedsNone) expect(['explicitDeny', 'implicitDeny']).toContain(decide(bare).decision);
    }),
    RUNS,
  );
});

test('an Allow added to a policy takes nothing away', () => {
  fc.assert(
    fc.property(withOneMore('Allow'), (documents) =>
      checkTurn(
        {
          allowed: ['allowed'],
          explicitDeny: ['explicitDeny'],
          implicitDeny: ['implicitDeny', 'undetermined', 'allowed'],
          undetermined: ['undetermined', 'allowed'],
        },
        documents.without,
        documents.with,
      ),
    ),
    RUNS,
  );
});

test('a Deny added never allows more', () => {
  fc.assert(
    fc.property(withOneMore('Deny'), (documents) =>
      checkTurn(
        {
          allowed: ['allowed', 'undetermined', 'explicitDeny'],
          explicitDeny: ['explicitDeny'],
          implicitDeny: ['implicitDeny', 'explicitDeny'],
          undetermined: ['undetermined', 'explicitDeny'],
        },
        documents.without,
        documents.with,
      ),
    ),
    RUNS,
  );
});

const SETTLED: Turns = {
  allowed: ['allowed'],
  explicitDeny: ['explicitDeny'],
  implicitDeny: ['implicitDeny', 'explicitDeny'],
  undetermined: ['undetermined', 'allowed', 'explicitDeny', 'implicitDeny'],
};

describe('a missing fact, once known, never turns a settled allow or explicit deny around', () => {
  /** Whether nothing at all is known of a key: stating it then contradicts nothing. */
  function isOpen(document: DiagnosisDocument, key: string): boolean {
    const settings = {
      unstatedContext: 'unknown',
      unstatedPolicies: 'unknown',
      principalIsServiceLinkedRole: false,
      principalAccountIsManagementAccount: false,
      resourceAccountIsManagementAccount: false,
    } as const;
    const { request } = buildRequest(document.request ?? {}, settings, builtInCatalog()).value;
    return request?.context.lookup(key).state === 'unknown';
  }

  // An endpoint policy that is given says that the call came through the endpoint; facts of the network may contradict it.
  const withoutEndpoint = diagnoses.map((document) => ({
    ...withPolicies(
      document,
      (document.policies ?? []).filter((policy) => policy.type !== 'endpoint'),
    ),
    unstated: { context: 'unknown' as const, policies: 'absent' as const },
    notApplicable: [...new Set([...(document.notApplicable ?? []), 'endpoint' as const])],
  }));

  test('a condition key that gets a value', () => {
    const single = values.map((value) => (Array.isArray(value) ? (value[0] ?? 'x') : value) || 'x');
    fc.assert(
      fc.property(withoutEndpoint, keys, single, (document, key, value) => {
        fc.pre(isOpen(document, key));
        const request = { ...document.request, context: { ...document.request?.context, [key]: value } };
        checkTurn(SETTLED, document, { ...document, request });
      }),
      RUNS,
    );
  });

  test('a condition key that turns out to be absent', () => {
    fc.assert(
      fc.property(withoutEndpoint, keys, (document, key) => {
        fc.pre(isOpen(document, key));
        const request = { ...document.request, absent: [...(document.request?.absent ?? []), key] };
        checkTurn(SETTLED, document, { ...document, request });
      }),
      RUNS,
    );
  });

  test('a policy type of which nothing was given', () => {
    fc.assert(
      fc.property(
        diagnoses,
        fc.constantFrom(...POLICY_TYPES).chain((type) => policyOf(type)),
        (document, policy) => {
          const open = { ...document, unstated: 'unknown' as const };
          const policies = open.policies ?? [];
          fc.pre(policies.every((one) => one.type !== policy.type));
          fc.pre(!open.notApplicable?.includes(policy.type));
          checkTurn(SETTLED, open, withPolicies(open, [...policies, policy]));
        },
      ),
      RUNS,
    );
  });
});

test('order of policies and statements does not matter', () => {
  const turned = diagnoses.chain((document) =>
    fc
      .shuffledSubarray([...(document.policies ?? [])], { minLength: document.policies?.length ?? 0 })
      .map((policies) => ({
        document,
        reordered: withPolicies(
          document,
          policies.map((policy) => withStatements(policy, statementsOf(policy).toReversed())),
        ),
      })),
  );
  const essence = ({ decision, deniedBy, layers, dependsOn }: Verdict) => ({
    decision,
    deniedBy,
    layers: layers.map((layer) => [layer.type, layer.outcome]),
    dependsOn: dependsOn.map((unknown) => (unknown.kind === 'contextKey' ? unknown.key : unknown.kind)).sort(),
  });
  fc.assert(
    fc.property(turned, ({ document, reordered }) => {
      expect(essence(decide(reordered))).toEqual(essence(decide(document)));
    }),
    RUNS,
  );
});

test('a policy given as an object and its printed text are decided alike', () => {
  fc.assert(
    fc.property(diagnoses, (document) => {
      const printed = (document.policies ?? []).map((policy) => ({ ...policy, document: policyText(policy) }));
      expect(diagnose(withPolicies(document, printed))).toEqual(diagnose(document));
    }),
    { numRuns: 100 },
  );
});

test('a verdict fits itself', () => {
  fc.assert(
    fc.property(diagnoses, (document) => {
      const { verdict, headline, summary, marks } = diagnose(document);
      const { decision, deniedBy, deciding, layers, dependsOn } = verdict;
      expect(layers.map((layer) => layer.type)).toEqual(POLICY_TYPES);
      expect(deniedBy.length > 0).toBe(decision === 'explicitDeny' || decision === 'implicitDeny');
      expect(dependsOn.length > 0).toBe(decision === 'undetermined');
      const outcomes: Readonly<Partial<Record<PolicyType, string>>> = Object.fromEntries(
        layers.map((layer) => [layer.type, layer.outcome]),
      );
      for (const type of deniedBy) {
        const fits = decision === 'explicitDeny' ? ['explicitDeny', 'implicitDeny'] : ['implicitDeny'];
        // A resource policy that only delegates allows, yet it may be the one that lacks a grant.
        if (type !== 'resource') expect(fits).toContain(outcomes[type]);
      }
      for (const trace of deciding) {
        expect(trace.match.outcome).toBe(decision === 'undetermined' ? 'dependsOn' : 'matches');
        if (decision === 'explicitDeny') expect(trace.statement.effect.value).toBe('Deny');
        if (decision === 'allowed') expect(trace.statement.effect.value).toBe('Allow');
      }
      expect(headline).not.toBe('');
      expect(summary).not.toBe('');
      expect(marks).toHaveLength(document.policies?.length ?? 0);
    }),
    RUNS,
  );
});

test('the trace of a statement adds up to whether it matches', () => {
  fc.assert(
    fc.property(diagnoses, (document) => {
      for (const trace of decide(document).layers.flatMap((layer) => layer.statements)) {
        const outcomes = trace.elements.map((element) => element.match.outcome);
        const whole = outcomes.includes('doesNotMatch')
          ? 'doesNotMatch'
          : outcomes.includes('dependsOn')
            ? 'dependsOn'
            : 'matches';
        expect(trace.match.outcome).toBe(whole);
      }
    }),
    RUNS,
  );
});

test('every range cut from the text is the value it names', () => {
  fc.assert(
    fc.property(diagnoses, (document) => {
      const texts = (document.policies ?? []).map(policyText);
      for (const trace of decide(document).layers.flatMap((layer) => layer.statements)) {
        const cut = ({ start, end }: { start: number; end: number }) =>
          texts[trace.policyIndex]?.slice(start, end) ?? '';
        expect(JSON.parse(cut(trace.statement.range))).toMatchObject({ Effect: trace.statement.effect.value });
        for (const element of trace.elements) {
          expect(JSON.parse(`{${cut(element.range)}}`)).toHaveProperty(element.element);
          for (const { range, key, wanted } of element.comparisons) {
            if (element.element === 'Action') expect(JSON.parse(cut(range))).toBe(wanted[0]);
            if (key !== undefined) expect(Object.keys(JSON.parse(`{${cut(range)}}`) as object)).toEqual([key]);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
