import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ActionResource } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { openCatalog } from '@/lib/catalog/open-catalog';
import { catalogText, fullCatalog } from '@/lib/testing/full-catalog';

const catalog = fullCatalog();
const text = catalogText('services');
const typeNames = (resources: readonly ActionResource[] = []) => resources.map(({ type }) => type.name);

describe('the file', () => {
  test('weighs at most 260 KB as it is sent', () => {
    expect(brotliCompressSync(text).length).toBeLessThan(260_000);
  });

  test('says the day of its data', () => {
    expect(catalog.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test.each([
    ['nothing', undefined],
    ['a page that stands in its place', '<!doctype html>'],
    ['a list', []],
    ['another format', { ...JSON.parse(text), format: 0 }],
    ['no services', { ...JSON.parse(text), services: undefined }],
    ['a service that is cut short', { ...JSON.parse(text), services: [['s3', 'Amazon S3']] }],
    ['no day', { ...JSON.parse(text), date: 'soon' }],
  ])('is not opened when it is %s', (_name, data) => {
    expect(openCatalog(data)).toBeUndefined();
  });

  test('odd tables cost what they say, and nothing else', () => {
    const row = ['x', 'X', 0, ':k|?', '0 9', 't|arn:x|7', 'A|WZ|9|5 0!:9|\nB'];
    const odd = openCatalog({ format: 1, date: '2026-01-01', keysElsewhere: {}, services: [row] });
    expect(odd?.action('x:a')).toMatchObject({
      levels: ['Write'],
      keys: [],
      resources: [{ required: true, keys: [] }],
    });
    expect(odd?.action('x:b')).toMatchObject({ levels: [], resources: [], dependentActions: [] });
  });
});

describe('actions', () => {
  test.each([
    ['s3:GetObject', ['Read'], ['accesspointobject', 'object']],
    ['S3:getobject', ['Read'], ['accesspointobject', 'object']],
    ['ec2:DescribeInstances', ['List'], []],
    ['sqs:SendMessage', ['Write'], ['queue']],
    ['iam:PassRole', ['Write'], ['role']],
    ['sqs:TagQueue', ['Tagging', 'Write'], ['queue']],
    ['sqs:AddPermission', ['Permissions management', 'Write'], ['queue']],
  ])('%s: %j on %j', (name, levels, types) => {
    const action = catalog.action(name);
    expect([action?.levels, typeNames(action?.resources)]).toEqual([levels, types]);
  });

  test.each(['s3:NoSuchAction', 'no-such-service:GetObject', 's3', '', ':', 'constructor:constructor', '__proto__'])(
    '%j is no action',
    (name) => {
      expect(catalog.action(name)).toBeUndefined();
      expect(catalog.isWithoutResource(name)).toBeUndefined();
    },
  );

  test('a required type is told from one of several', () => {
    const required = (name: string) => catalog.action(name)?.resources.map((resource) => resource.required);
    expect(required('sqs:SendMessage')).toEqual([true]);
    expect(required('s3:GetObject')).toEqual([false, false]);
  });

  test('an action brings its keys, and a resource those of its type', () => {
    const passRole = catalog.action('iam:PassRole');
    const keys = [...(passRole?.keys ?? []), ...(passRole?.resources.flatMap((resource) => resource.keys) ?? [])];
    expect(keys.map((key) => key.name)).toEqual(expect.arrayContaining(['iam:PassedToService', 'aws:ResourceTag/*']));
  });

  test('further actions that one needs', () => {
    expect(catalog.action('lambda:CreateFunction')?.dependentActions).toContain('iam:PassRole');
  });
});

describe('resource types', () => {
  test('the ARN stands with AWS’s variables', () => {
    const type = catalog.service('s3')?.resourceTypes.find(({ name }) => name === 'object');
    expect(type?.arn.replaceAll('$', '')).toBe('arn:{Partition}:s3:::{BucketName}/{ObjectName}');
    expect(type?.arn.match(/\$/g)?.length).toBe(3);
  });

  test('a type with several forms of its ARN has them all', () => {
    const types = catalog.service('ssm')?.resourceTypes.filter(({ otherArns }) => otherArns) ?? [];
    expect(types.map(({ name, otherArns }) => [name, otherArns?.map((arn) => arn.replaceAll('$', ''))])).toEqual([
      ['document', ['arn:{Partition}:ssm:{Region}::document/{DocumentName}']],
      ['parameter', ['arn:{Partition}:ssm:{Region}::parameter/{ParameterNameWithoutLeadingSlash}']],
    ]);
  });
});

describe('keys', () => {
  test.each([
    ['aws:SourceIp', 'aws:SourceIp', 'IPAddress', false],
    ['AWS:sourceip', 'aws:SourceIp', 'IPAddress', false],
    ['aws:RequestTag/team', 'aws:RequestTag/*', 'String', false],
    ['aws:TagKeys', 'aws:TagKeys', 'String', true],
    ['s3:max-keys', 's3:max-keys', 'Numeric', false],
    ['s3:RequestObjectTag/team', 's3:RequestObjectTag/*', 'String', false],
    ['kms:EncryptionContext:purpose', 'kms:EncryptionContext:*', 'String', false],
    ['kms:EncryptionContextKeys', 'kms:EncryptionContextKeys', 'String', true],
    ['secretsmanager:ResourceTag/team', 'secretsmanager:ResourceTag/*', 'String', false],
    ['sagemaker:ResourceTag/team', 'sagemaker:ResourceTag/*', 'String', false],
    ['codebuild:secondarySources/one.location', 'codebuild:secondarySources/*.location', 'String', false],
    ['saml:aud', 'saml:aud', 'String', false],
    ['ec2:osuser', 'ec2:osuser', 'String', false],
    ['token.actions.githubusercontent.com:sub', undefined, undefined, undefined],
    ['s3:NoSuchKey', undefined, undefined, undefined],
    ['aws:NoSuchKey', undefined, undefined, undefined],
    ['aws:RequestTag/', 'aws:RequestTag/*', 'String', false],
    ['', undefined, undefined, undefined],
    ['constructor:constructor', undefined, undefined, undefined],
  ])('%s is %s, %s, multivalued: %s', (name, want, type, isMultivalued) => {
    const key = catalog.key(name);
    expect([key?.name, key?.type, key?.isMultivalued]).toEqual([want, type, isMultivalued]);
  });

  test('every key is found by its own name', () => {
    const keys = catalog.prefixes.flatMap((prefix) => catalog.service(prefix)?.keys ?? []);
    expect(keys.length).toBeGreaterThan(2000);
    expect(keys.filter((key) => catalog.key(key.name)?.name.toLowerCase() !== key.name.toLowerCase())).toEqual([]);
  });

  test('no spelling of a chosen part is left', () => {
    const keys = catalog.prefixes.flatMap((prefix) => catalog.service(prefix)?.keys ?? []);
    expect(keys.filter(({ name }) => /[${}<>]|tag-key|\/$/.test(name))).toEqual([]);
  });

  test('services list no global key that the table of global keys lacks', () => {
    const listed = catalog.prefixes.flatMap((prefix) => catalog.service(prefix)?.keys ?? []);
    const lacking = listed.filter(({ name }) => name.startsWith('aws:') && !GLOBAL_KEYS.has(name.toLowerCase()));
    expect(lacking).toEqual([]);
  });
});

test('everything of every service is read', () => {
  const services = catalog.prefixes.map((prefix) => catalog.service(prefix));
  expect(services.every((service) => service && service.name !== '')).toBe(true);
  const actions = services.flatMap((service) => service?.actions ?? []);
  expect(actions.length).toBeGreaterThan(20_000);
  expect(actions.filter(({ levels }) => levels.length === 0)).toEqual([]);
});
