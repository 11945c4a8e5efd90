import { describe, expect, test } from 'vitest';
import { readYaml } from '@/lib/evidence/notations/yaml';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { CLI_ANSWERS, type CliAnswer, printed, terminal } from '@/lib/testing/cli-answers';

// Every command that prints policies, in every form of its output, with its prompt and command in front and without them.

function read(text: string) {
  const evidence = readEvidence(text, { yaml: readYaml });
  const { kind, policies, references = [] } = toReadAnswer(evidence);
  return { kind, policies, references, principals: evidence.principals ?? [] };
}

const wanted = ({ want, references = [], principals = [] }: CliAnswer) => ({
  kind: 'policies',
  policies: want,
  references,
  principals,
});

describe('with the command in front', () => {
  test.each(CLI_ANSWERS)('$name: JSON', (one) => expect(read(terminal(one, 'json'))).toEqual(wanted(one)));
  test.each(CLI_ANSWERS)('$name: YAML', (one) => expect(read(terminal(one, 'yaml'))).toEqual(wanted(one)));
  test.each(CLI_ANSWERS.filter(({ text }) => typeof text !== 'string'))('$name: text', (one) => {
    const { policies } = read(terminal(one, 'text'));
    expect(policies).toEqual(one.text ?? one.want);
  });
  test.each(CLI_ANSWERS.filter(({ text }) => typeof text === 'string' && text !== 'unread'))(
    '$name: text, which does not tell enough',
    (one) => {
      const { policies, problems } = readEvidence(terminal(one, 'text'));
      expect(policies).toEqual([]);
      expect(problems.map(({ code }) => code)).toContain(one.text);
    },
  );
});

describe('without the command', () => {
  test.each(CLI_ANSWERS)('$name', (one) => {
    const { kind, policies } = read(printed(one.answer, 'json'));
    expect(kind).toBe('policies');
    expect(policies).toEqual(one.alone ?? one.want);
  });
});
