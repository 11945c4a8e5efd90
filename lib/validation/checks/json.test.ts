import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const CLEAN = policyOf(READ);
const SYNTAX = ['JSON_SYNTAX_ERROR'];
const withSyntax = (text: string, also: readonly string[] = SYNTAX) => ({ text, also });

checkCases('JSON_SYNTAX_ERROR', {
  invalid: [
    '«»',
    '{ "Version": "2012-10-17" «;» "Statement": [] }',
    CLEAN.replace('"Allow"', '«A»llow'),
    CLEAN.replace('17", ', '17",«\u00A0»'),
    withSyntax(CLEAN.replace('] }', '],«}»'), ['JSON_TRAILING_COMMA']),
    withSyntax(CLEAN.replace('17", "', '17" «"»'), ['JSON_MISSING_COMMA']),
    withSyntax('{ "Version": "2012-10-17", "Statement": [«»', ['JSON_UNCLOSED']),
    '«\u0000»',
  ],
  valid: [CLEAN, '"text"', '[]', `\uFEFF${CLEAN}`],
  fixed: [[`{ "Version": "2012-10-17",\u00A0"Statement": [] }`, '{ "Version": "2012-10-17", "Statement": [] }']],
});

checkCases('JSON_TRAILING_COMMA', {
  invalid: [
    withSyntax(CLEAN.replace('cat.png" }]', 'cat.png"«,» }]')),
    withSyntax(CLEAN.replace('}] }', '}«,»],\n }')),
  ],
  valid: [CLEAN, `${CLEAN},`],
  fixed: [
    [CLEAN.replace('}] }', '},],}'), CLEAN.replace('}] }', '}]}')],
    [CLEAN.replace('cat.png" }', 'cat.png", }'), CLEAN],
  ],
});

checkCases('JSON_MISSING_COMMA', {
  invalid: [withSyntax(CLEAN.replace('17", "', '17" «"»')), withSyntax(CLEAN.replace('17", "', '17"\n  «"»'))],
  valid: [CLEAN],
  fixed: [[CLEAN.replace('17", "', '17" "'), CLEAN]],
});

checkCases('JSON_COMMENT', {
  invalid: [
    withSyntax(`{ «// read»\n${CLEAN.slice(2)}`),
    withSyntax(`{ «/* read */» ${CLEAN.slice(2)}`),
    withSyntax(`{ «# read»\n${CLEAN.slice(2)}`),
    withSyntax(`«// read»\n${CLEAN}`),
  ],
  valid: [CLEAN, CLEAN.replace('cat', '//cat')],
  fixed: [[`// read\n${CLEAN}`, CLEAN]],
});

checkCases('JSON_SINGLE_QUOTES', {
  invalid: [withSyntax(CLEAN.replaceAll('"', "'").replace("'", "«'»"))],
  valid: [CLEAN],
  fixed: [[CLEAN.replaceAll('"', "'"), CLEAN]],
});

checkCases('CURLY_QUOTES', {
  invalid: [
    withSyntax(CLEAN.replaceAll(/"([^"]*)"/g, '“$1”').replace('“', '«“»')),
    withSyntax(CLEAN.replace('"Version"', '«„»Version“')),
    withSyntax(CLEAN.replace('"Version"', '«‘»Version’')),
  ],
  valid: [CLEAN, policyOf(`"Sid": "A “b”", ${READ}`)],
  fixed: [[CLEAN.replaceAll(/"([^"]*)"/g, '“$1”'), CLEAN]],
});

checkCases('JSON_UNQUOTED_KEY', {
  invalid: [withSyntax(CLEAN.replace('"Version"', '«Version»'))],
  valid: [CLEAN],
  fixed: [[CLEAN.replaceAll(/"(\w+)":/g, '$1:'), CLEAN]],
});

checkCases('JSON_UNCLOSED', {
  invalid: [
    withSyntax('{ "Version": "2012-10-17", "Statement": «[»'),
    withSyntax(`«${CLEAN.slice(0, 1)}»${CLEAN.slice(1, -1)}`),
    withSyntax('{ "Version": «"»2012'),
  ],
  valid: [CLEAN],
  fixed: [[CLEAN.slice(0, -2), CLEAN.replace('] }', ']}')]],
});

checkCases('JSON_ESCAPED', {
  invalid: [
    `«${JSON.stringify(CLEAN)}»`,
    withSyntax(`«${JSON.stringify(CLEAN).slice(1, -1)}»`),
    withSyntax('«{\\"Version\\": \\"2012»'),
  ],
  valid: [CLEAN, '"text"', '"{}"'],
  fixed: [
    [JSON.stringify(CLEAN), CLEAN],
    [JSON.stringify(CLEAN).slice(1, -1), CLEAN],
  ],
});

checkCases('JSON_URL_ENCODED', {
  invalid: [withSyntax(`«${encodeURIComponent(CLEAN)}»`), withSyntax('«%7B%22Version»')],
  valid: [CLEAN],
  fixed: [
    [encodeURIComponent(CLEAN), CLEAN],
    [encodeURIComponent(CLEAN).replaceAll('%20', '+'), CLEAN],
  ],
});

checkCases('HTML_ENTITIES', {
  invalid: [
    withSyntax(`«${CLEAN.replaceAll('"', '&quot;')}»`),
    withSyntax(`«${CLEAN.replaceAll('"', '&#34;')}»`),
    withSyntax(`«${CLEAN.replaceAll('"', '&amp;quot;')}»`),
    withSyntax(`«<pre>${CLEAN}</pre>»`),
  ],
  valid: [CLEAN, policyOf(`"Sid": "&quot;", ${READ}`)],
  fixed: [
    [CLEAN.replaceAll('"', '&quot;'), CLEAN],
    [CLEAN.replaceAll('"', '&amp;quot;'), CLEAN],
    [`<pre><span>${CLEAN}</span></pre>`, CLEAN],
  ],
});

checkCases('NOT_A_POLICY_YAML', {
  invalid: [
    withSyntax('«Version: "2012-10-17"\nStatement:\n  - Effect: Allow»'),
    withSyntax('«---\nVersion: 2012-10-17»'),
    withSyntax('«data "aws_iam_policy_document" "read" {\n  statement {\n  }\n}»'),
    withSyntax('«{\n  Version = "2012-10-17"\n}»'),
    withSyntax('«policy = jsonencode({\n  Version = "2012-10-17" })»'),
  ],
  valid: [CLEAN, `{Version: "2012-10-17"}`, 'no policy at all'],
});

checkCases('MULTIPLE_DOCUMENTS', {
  invalid: [withSyntax(`${CLEAN}\n«{»${CLEAN.slice(1)}`)],
  valid: [CLEAN, `${CLEAN}\n`, `${CLEAN}}`],
});

checkCases('BYTE_ORDER_MARK', {
  invalid: [`«\uFEFF»${CLEAN}`],
  valid: [CLEAN],
  fixed: [
    [`\uFEFF${CLEAN}`, CLEAN],
    [`\uFEFF\uFEFF${CLEAN}`, CLEAN],
  ],
});

checkCases('WRAPPED_POLICY', {
  invalid: [
    withSyntax(`{ «"PolicyDocument"»: ${CLEAN} }`, ['INVALID_POLICY_ELEMENT']),
    withSyntax(`{ "PolicyVersion": { "VersionId": "v1", «"Document"»: ${CLEAN} } }`, ['INVALID_POLICY_ELEMENT']),
    withSyntax(`{ «"Policy"»: ${JSON.stringify(CLEAN)} }`, ['INVALID_POLICY_ELEMENT']),
    withSyntax(`{ "Role": { "RoleName": "a", «"AssumeRolePolicyDocument"»: "${encodeURIComponent(CLEAN)}" } }`, [
      'INVALID_POLICY_ELEMENT',
    ]),
  ],
  valid: [CLEAN, '{ "Policy": "text" }'],
  fixed: [
    [`{ "PolicyDocument": ${CLEAN} }`, CLEAN],
    [`{ "Policy": ${JSON.stringify(CLEAN)} }`, CLEAN],
    [`{ "PolicyDocument": "${encodeURIComponent(CLEAN)}" }`, CLEAN],
  ],
});
