import { beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace, type Workspace } from '@/components/workspace/store';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { encodeLink } from '@/lib/permalink/codec';

const MESSAGE =
  'User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/MyTable';
const POLICY = '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } ] }';

let time: number;
let workspace: Workspace;

beforeEach(() => {
  time = 0;
  let ids = 0;
  workspace = createWorkspace({ now: () => (time += 1_000), newId: () => `draft${++ids}` });
});

const state = () => workspace.getState();
const texts = () => (state().document.policies ?? []).map((policy) => policy.document);

function added(text = POLICY): string {
  return state().addPolicy({ type: 'identity', text }) ?? '';
}

describe('one history for the whole document', () => {
  test('what was done is undone from the end, and redone', () => {
    state().setRequestField('action', 's3:GetObject');
    added();
    expect(state().undo()).toEqual({ field: 'add' });
    expect(state().document).toEqual({ whydenied: 1, request: { action: 's3:GetObject' } });
    expect(state().undo()).toEqual({ field: 'request.action' });
    expect(state().undo()).toBeUndefined();
    state().redo();
    state().redo();
    expect(texts()).toEqual([POLICY]);
    expect(state().redo()).toBeUndefined();
  });

  test('a new change ends what can be redone', () => {
    added();
    state().undo();
    state().setTitle('x');
    expect(state().redo()).toBeUndefined();
  });

  test('a paste that fills five fields is one change', () => {
    state().paste(MESSAGE);
    expect(Object.keys(state().document.request ?? {})).toEqual(['principal', 'action', 'resource']);
    state().undo();
    expect(state().document).toEqual({ whydenied: 1 });
  });

  test('keys stay with their policies', () => {
    const [first, second] = [added('1'), added('2')];
    state().removePolicy(first);
    expect(state().policyKeys).toEqual([second]);
    state().setPolicyText(second, 'two');
    state().undo();
    state().undo();
    expect(state().policyKeys).toEqual([first, second]);
    expect(texts()).toEqual(['1', '2']);
  });

  test('a policy that is gone is not selected', () => {
    const key = added();
    expect(state().selected).toBe(key);
    state().undo();
    expect(state().selected).toBeUndefined();
  });
});

describe('undo in an editor', () => {
  test('undoes that text first, and leaves later changes elsewhere', () => {
    const [first, second] = [added('1'), added('2')];
    state().setPolicyText(first, '1 changed at once, by a paste');
    state().renamePolicy(first, 'Renamed');
    state().setPolicyText(second, '2 changed at once, by a paste');
    expect(state().undoText(first)).toEqual({ field: `text:${first}`, policyKey: first });
    expect(texts()).toEqual(['1', '2 changed at once, by a paste']);
    expect(state().document.policies?.[0]?.name).toBe('Renamed');
    state().redoText(first);
    expect(texts()).toEqual(['1 changed at once, by a paste', '2 changed at once, by a paste']);
  });

  test('falls back to the last change of all', () => {
    const key = added('1');
    state().setTitle('Mine');
    expect(state().undoText(key)).toEqual({ field: 'title' });
    expect(state().undoText(key)).toEqual({ field: 'add' });
  });

  test('what was undone there and then everything else', () => {
    const [first, second] = [added('1'), added('2')];
    state().setPolicyText(first, 'first changed');
    state().setPolicyText(second, 'second changed');
    state().undoText(first);
    for (let count = 0; count < 3; count++) state().undo();
    expect(state().document).toEqual({ whydenied: 1 });
    for (let count = 0; count < 4; count++) state().redo();
    expect(texts()).toEqual(['first changed', 'second changed']);
    expect(state().policyKeys).toEqual([first, second]);
  });
});

describe('pasting', () => {
  test('a message leads to the step to look at', () => {
    expect(state().paste(MESSAGE)).toBe('identity');
    expect(state().paste(`${MESSAGE} with an explicit deny in a service control policy`)).toBe('organization');
  });

  test('a policy becomes a policy, selected', () => {
    expect(state().paste(POLICY)).toBe('identity');
    expect(texts()).toEqual([POLICY]);
    expect(state().selected).toBe(state().policyKeys[0]);
    expect(state().document.evidence).toBeUndefined();
  });

  test('what nobody recognises is kept as evidence', () => {
    expect(state().paste('what is this')).toBe('message');
    expect(state().document.evidence).toBe('what is this');
  });

  test('the same message twice is one', () => {
    state().paste(MESSAGE);
    const once = state().document;
    state().paste(MESSAGE);
    expect(state().document).toEqual(once);
  });

  test('a diagnosis opens as a draft of its own', () => {
    state().setTitle('Mine');
    const before = state().origin.draftId;
    state().paste('{"whydenied":1,"title":"Other","policies":[{"type":"scp","document":"{}"}]}');
    expect(state()).toMatchObject({ document: { title: 'Other' }, origin: { kind: 'draft' }, step: 'organization' });
    expect(state().origin.draftId).not.toBe(before);
  });

  test('a diagnosis of a newer version is refused in a sentence, and nothing changes', () => {
    state().setTitle('Mine');
    state().paste('{"whydenied":2,"policies":[]}');
    expect(state().document.title).toBe('Mine');
    expect(state().notices).toMatchObject([{ kind: 'import', severity: 'error' }]);
    expect(state().notices[0]?.message).toContain('newer WhyDenied');
  });

  test('a link opens as someone else’s', () => {
    const link = encodeLink({ whydenied: 1, title: 'Theirs' });
    state().paste(`look: https://whydenied.example/diagnose/${'fragment' in link ? link.fragment : ''}`);
    expect(state()).toMatchObject({ origin: { kind: 'received' }, document: { title: 'Theirs' } });
  });

  test('a broken link is told', () => {
    state().paste('https://whydenied.example/diagnose/#w=AYtzXGFR');
    expect(state().notices).toMatchObject([{ kind: 'link', severity: 'error' }]);
    expect(state().document).toEqual({ whydenied: 1 });
  });

  test('a policy that is only named gets a place, and its document goes there', () => {
    const arn = 'arn:aws:iam::111122223333:policy/Shared';
    state().paste(
      `$ aws iam list-attached-role-policies --role-name app\n${JSON.stringify({ AttachedPolicies: [{ PolicyName: 'Shared', PolicyArn: arn }] })}`,
    );
    expect(state().step).toBe('identity');
    expect(state().document.policies).toMatchObject([{ name: 'Shared', attachedTo: 'role:app', document: '' }]);
    state().paste(
      `$ aws iam get-policy-version --policy-arn ${arn} --version-id v1 --query PolicyVersion.Document\n${POLICY}`,
    );
    expect(state().document.policies).toMatchObject([{ name: 'Shared', attachedTo: 'role:app', document: POLICY }]);
    expect(state().selected).toBe(state().policyKeys[0]);
  });

  test('the answer that a bucket has no policy settles the step, and is no message', () => {
    state().paste(
      '$ aws s3api get-bucket-policy --bucket inbox\n\nAn error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist',
    );
    expect(state().document).toEqual({ whydenied: 1, notApplicable: ['resource'] });
    expect(state().step).toBe('resource');
  });

  test('what of a paste could not be used is told', () => {
    state().paste('data "aws_iam_policy_document" "d" {\n  statement {}\n}\n');
    expect(state().notices).toMatchObject([{ kind: 'paste', severity: 'warning' }]);
    expect(state().notices[0]?.message).toContain('terraform console');
  });

  test('five million characters are refused in a sentence', () => {
    state().paste('x'.repeat(5_000_000));
    expect(state().document).toEqual({ whydenied: 1 });
    expect(state().notices[0]?.message).toContain('5,000,000 characters');
  });

  test('secrets are cut and told, once', () => {
    const secret = 'aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab';
    state().paste(`${MESSAGE}\n${secret}`);
    state().setPolicyText(added(''), `${POLICY} ${secret}`);
    expect(JSON.stringify(state().document)).not.toContain('wJalr');
    expect(state().notices).toHaveLength(1);
    expect(state().notices[0]?.message).toContain('secret access key');
  });
});

/** The conflicts as the page shows them. */
function conflicts() {
  return diagnose(state().document).conflicts;
}

describe('what AWS states otherwise than was typed', () => {
  beforeEach(() => {
    state().setRequestField('action', 'dynamodb:GetItem');
    state().paste(MESSAGE);
  });

  function settle(side: 0 | 1): void {
    const [conflict] = conflicts();
    const chosen = conflict?.sides[side];
    if (conflict && chosen) state().settle(conflict, chosen);
  }

  test('waits for the person', () => {
    expect(state().document.request?.action).toBe('dynamodb:GetItem');
    expect(conflicts()).toMatchObject([
      { path: 'request.action', sides: [{ by: 'you' }, { value: { value: 'dynamodb:PutItem' }, by: 'the message' }] },
    ]);
  });

  test.each([
    [0, 'dynamodb:GetItem'],
    [1, 'dynamodb:PutItem'],
  ] as const)('is settled for side %i, which a link keeps', (side, action) => {
    settle(side);
    expect(conflicts()).toEqual([]);
    const link = encodeLink(state().document);
    state().paste(`https://whydenied.example/diagnose/${'fragment' in link ? link.fragment : ''}`);
    expect(state().document.request?.action).toBe(action);
    expect(conflicts()).toEqual([]);
  });

  test('is open again once that is undone', () => {
    settle(1);
    state().undo();
    expect(conflicts()).toHaveLength(1);
  });

  test('is settled by typing', () => {
    state().setRequestField('action', 'dynamodb:Query');
    expect(conflicts()).toEqual([]);
  });

  test('is no conflict where the person takes the fact away', () => {
    state().setRequestField('action', '');
    state().setEvidence(1, 'nothing that says anything');
    expect(state().document.request?.action).toBeUndefined();
  });

  test('goes with the message', () => {
    state().setEvidence(0, '');
    expect(state().document.request).toEqual({ action: 'dynamodb:GetItem' });
    expect(conflicts()).toEqual([]);
    expect(state().document.evidence).toBeUndefined();
  });
});

describe('several messages in one paste', () => {
  const OTHER = MESSAGE.replaceAll('PutItem', 'DeleteItem');
  const both = `${MESSAGE}\n\n${OTHER} because no service control policy allows the dynamodb:DeleteItem action`;

  function choose(place: number): void {
    const message = diagnose(state().document).messages[place];
    if (message) state().chooseMessage(message);
  }

  test('lead to where they are listed', () => {
    expect(state().paste(both)).toBe('message');
    expect(state().document.request?.action).toBe('dynamodb:PutItem');
  });

  test('the chosen one fills the request, and can be undone', () => {
    state().paste(both);
    const before = state().document;
    choose(1);
    expect(state().document.request?.action).toBe('dynamodb:DeleteItem');
    expect(state().step).toBe('message');
    state().undo();
    expect(state().document).toEqual(before);
  });

  test('what was typed is not overwritten by the choice', () => {
    state().paste(both);
    state().setRequestField('resource', 'arn:aws:dynamodb:us-east-1:123456789012:table/Mine');
    choose(1);
    expect(state().document.request).toMatchObject({
      action: 'dynamodb:DeleteItem',
      resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/Mine',
    });
  });
});

describe('the details of an account, where nobody knows yet who called', () => {
  const user = (name: string) => ({
    UserName: name,
    Arn: `arn:aws:iam::123456789012:user/${name}`,
    GroupList: ['ops'],
    UserPolicyList: [{ PolicyName: `Of${name}`, PolicyDocument: POLICY }],
  });
  const details = JSON.stringify({ UserDetailList: [user('amy'), user('kim')] });

  test('ask for the caller in the first step, and take in the chosen one’s policies as one change', () => {
    expect(state().paste(details)).toBe('source');
    expect(texts()).toEqual([]);
    expect(state().notices).toEqual([]);
    const kim = state().callers?.among.find(({ id }) => id === 'user:kim');
    if (kim) state().chooseCaller(kim);
    expect(state().document).toMatchObject({
      request: { principal: 'arn:aws:iam::123456789012:user/kim' },
      policies: [{ name: 'Ofkim' }],
      incomplete: ['identity'],
    });
    expect(state()).toMatchObject({
      step: 'identity',
      callers: undefined,
      pasted: { added: expect.anything() as string },
    });
    expect(state().notices[0]?.message).toContain('`ops`');
    state().undo();
    expect(state().document).toEqual({ whydenied: 1 });
  });

  test('ask nothing where the caller is given', () => {
    state().paste(MESSAGE);
    state().paste(details);
    expect(state().callers).toBeUndefined();
  });
});

describe('a received document', () => {
  beforeEach(() => state().open({ kind: 'received', draftId: 'own' }, { whydenied: 1, title: 'Theirs' }));

  test('is only read', () => {
    state().setTitle('Mine');
    expect(added()).toBe('');
    state().paste(MESSAGE);
    expect(state().document).toEqual({ whydenied: 1, title: 'Theirs' });
    expect(state().notices[0]?.message).toContain('someone else');
  });

  test('can be made one’s own', () => {
    state().makeItMine('copy');
    state().setTitle('Mine');
    expect(state()).toMatchObject({ origin: { kind: 'draft', draftId: 'copy' }, document: { title: 'Mine' } });
  });
});

describe('levels and steps', () => {
  test('a level is selected with its first policy', () => {
    const key = state().addLevel('scp', 'Root');
    expect(state().selected).toBe(key);
    state().renameLevel('scp', 'Root', 'r-1');
    expect(state().document.policies).toMatchObject([{ name: 'FullAWSAccess', attachedTo: 'r-1' }]);
  });

  test('a jump leads to the step, the policy and the place', () => {
    added();
    const key = state().addLevel('scp', 'Root') ?? '';
    state().jumpTo(1, { start: 2, end: 5 });
    expect(state()).toMatchObject({
      step: 'organization',
      selected: key,
      jump: { count: 1, policyKey: key, range: { start: 2, end: 5 } },
    });
    state().jumpTo(7);
    expect(state().jump?.count).toBe(1);
  });
});
