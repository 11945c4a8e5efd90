import type { Effect } from '@/lib/policy/document';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { supportsKey } from '@/lib/validation/condition-keys';
import type { Severity } from '@/lib/validation/finding';
import { analyzerPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import { knownActions } from '@/lib/validation/terms/actions';
import { clausesOn } from '@/lib/validation/terms/conditions';

// Conditions on the tags of resources, for actions whose requests carry no such tags.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_iam-tags.html

const TYPES = [...IDENTITY_TYPES, 'scp'] as const;

/** A condition on a tag of the resource that holds only where the request carries it. */
function tagCondition(statement: StatementView): Clause | undefined {
  return clausesOn(statement, 'aws:ResourceTag/').find(
    ({ written }) => written !== undefined && !written.negated && !written.ifExists,
  );
}

function onActions(effect: Effect, severity: Severity, chapter: 'security-warning' | 'suggestion'): Check {
  return {
    id: `${effect.toUpperCase()}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
    severity,
    types: TYPES,
    rank: 'meaning',
    page: analyzerPage(chapter, `${effect.toLowerCase()}-with-unsupported-tag-condition-key-for-service`),
    find: inSoundStatements((statement, report, { catalog }) => {
      const clause = statement.effect?.value === effect ? tagCondition(statement) : undefined;
      if (clause === undefined) return;
      for (const { entry, action } of knownActions(statement.action, catalog)) {
        if (supportsKey(action, clause.key.value)) continue;
        const { value, range } = entry;
        const outcome = effect === 'Deny' ? 'is never denied here' : 'is never allowed here';
        const message = `Requests for ${code(value)} never carry ${code(clause.key.value)}, so it ${outcome}. Put it into a statement without this condition.`;
        report({ range, message });
      }
    }),
  };
}

function onNotAction(effect: Effect, severity: Severity, chapter: 'security-warning' | 'suggestion'): Check {
  return {
    id: `${effect.toUpperCase()}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE`,
    severity,
    types: TYPES,
    rank: 'meaning',
    page: analyzerPage(chapter, `${effect.toLowerCase()}-notaction-with-unsupported-tag-condition-key-for-service`),
    find: inSoundStatements((statement, report) => {
      const { action } = statement;
      if (statement.effect?.value !== effect || action?.name !== 'NotAction' || !tagCondition(statement)) return;
      const outcome = effect === 'Deny' ? 'slip through' : 'are not allowed here';
      const message = `Many actions carry no tag of their resource; they ${outcome}. List the actions that you mean under \`Action\`.`;
      report({ range: action.key, message });
    }),
  };
}

export const TAG_CONDITION_CHECKS: readonly Check[] = [
  onActions('Deny', 'securityWarning', 'security-warning'),
  onNotAction('Deny', 'securityWarning', 'security-warning'),
  onActions('Allow', 'suggestion', 'suggestion'),
  onNotAction('Allow', 'suggestion', 'suggestion'),
];
