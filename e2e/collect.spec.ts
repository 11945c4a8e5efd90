// One script instead of many commands: copied, run elsewhere, its output pasted, and the steps are filled.
import { S3_MESSAGE } from './data';
import { expectHeadline, isPhone, openStep, openVerdict, startWith, stepButton } from './desk';
import { expect, expectAccessible, test } from './fixtures';

const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const ONLY_EC2 = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }] };
const BOUNDARY = 'arn:aws:iam::123456789012:policy/Edge';
const USER = '--user-name=JohnDoe';
const refused = (operation: string) =>
  `An error occurred (AccessDeniedException) when calling the ${operation} operation: You don't have permissions to access this resource.`;

const CALLS = [
  {
    for: 'caller',
    aws: ['sts', 'get-caller-identity'],
    answer: { UserId: 'AIDA', Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/admin' },
  },
  {
    for: 'boundary',
    aws: ['iam', 'get-user', USER],
    answer: {
      User: {
        UserName: 'JohnDoe',
        Arn: 'arn:aws:iam::123456789012:user/JohnDoe',
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: BOUNDARY },
      },
    },
  },
  {
    for: 'boundary',
    aws: ['iam', 'get-policy-version', `--policy-arn=${BOUNDARY}`, '--version-id=v1'],
    answer: { PolicyVersion: { Document: ONLY_EC2, VersionId: 'v1', IsDefaultVersion: true } },
  },
  { for: 'identity', aws: ['iam', 'list-attached-user-policies', USER], answer: { AttachedPolicies: [] } },
  { for: 'identity', aws: ['iam', 'list-user-policies', USER], answer: { PolicyNames: ['Work'] } },
  {
    for: 'identity',
    aws: ['iam', 'get-user-policy', USER, '--policy-name=Work'],
    answer: { UserName: 'JohnDoe', PolicyName: 'Work', PolicyDocument: ALLOW },
  },
  {
    for: 'scp',
    aws: ['organizations', 'list-policies-for-target', '--target-id=123456789012', '--filter=SERVICE_CONTROL_POLICY'],
    error: refused('ListPoliciesForTarget'),
  },
  {
    for: 'resource',
    aws: ['s3api', 'get-bucket-policy', '--bucket=example-bucket'],
    error:
      'An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist',
  },
];

const OUTPUT = `user@host:~$ bash whydenied-collect.sh
{"whydenied":"collect/1","parts":"boundary identity scp resource","request":{},"calls":[
${CALLS.map((call, place) => JSON.stringify({ n: place + 1, ...call })).join(',\n')}
],"end":true}
user@host:~$`;

test('from the message to the verdict with one script and one paste', async ({ page }) => {
  await startWith(page, S3_MESSAGE);
  const offer = 'Collect the policies with one script';
  if (isPhone(page)) await openStep(page, 'Identity-based policies');
  else {
    await (await openVerdict(page, /./)).getByRole('button', { name: offer }).click();
    await expect(page.getByRole('heading', { name: 'One paste for all' })).toBeFocused();
  }
  const script = page.getByRole('region', { name: 'One paste for all' });
  await expectAccessible(page);

  await script.getByRole('button', { name: 'Copy the script' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^bash -c '/);
  expect(copied).toContain('principal user JohnDoe 123456789012');

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    script.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('whydenied-collect.sh');

  await script.getByText(/^What it asks AWS/).click();
  await expect(script.getByText('aws iam list-groups-for-user')).toBeVisible();
  await expect(script.getByText(/It needs these permissions: iam:GetUser/)).toBeVisible();

  // Pasted where no field has the focus.
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, OUTPUT);
  await expectHeadline(page, /the boundary Edge does not allow s3:GetObject/);
  await expect(stepButton(page, 'Identity-based policies')).toHaveAccessibleName(/Allows/);
  await expect(stepButton(page, 'Resource-based policy')).toHaveAccessibleName(/Does not apply/);
  await expect(page.getByText(/The SCPs could not all be read/)).toBeVisible();
  await openStep(page, 'Organization policies');
  await expect(page.getByRole('radio', { name: 'I can’t see them' }).first()).toBeChecked();
});
