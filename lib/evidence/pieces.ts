import { FORMS, type Found } from '@/lib/evidence/forms';
import { type JsonPiece, jsonPieces } from '@/lib/evidence/json-pieces';
import { commentRanges, isCommented, withoutCommentBlocks } from '@/lib/evidence/notations/comments';
import { encodedPieces } from '@/lib/evidence/notations/encoded';
import { type LiteralPiece, literalPieces } from '@/lib/evidence/notations/literal-pieces';
import { arrayNode } from '@/lib/evidence/notations/plain-node';
import { terraformPieces } from '@/lib/evidence/notations/terraform';
import { textPieces } from '@/lib/evidence/notations/text-output';
import type { ReadYaml } from '@/lib/evidence/notations/yaml';
import { yamlStretches } from '@/lib/evidence/notations/yaml-blocks';
import { type AwsCommand, awsCommands, commandAt, optionAt } from '@/lib/evidence/policies/aws-command';
import type { Printed } from '@/lib/evidence/policies/find-policies';
import { noPolicyClues } from '@/lib/evidence/policies/no-policy';
import { tableClues } from '@/lib/evidence/policies/table-output';
import { type JsonNode, parseJson, printJson } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';
import { append } from '@/lib/text/table';

/** What the structured parts of a text are. */
export interface Pieces {
  readonly found: readonly Found[];
  /** The text without the pieces that are something: a policy's own words ("AccessDenied" as a Sid) are no message. */
  readonly rest: string;
  readonly problems: readonly Problem[];
  /** A piece that is something was broken, so that a part of it may be missing. */
  readonly isBroken: boolean;
}

/** Readers of notations that are loaded when a text needs them. */
export interface Notations {
  readonly yaml?: ReadYaml;
}

/** A piece, and what was wrong in it. */
interface Piece extends JsonPiece {
  readonly problems?: readonly Problem[];
}

/**
 * Reads every piece of JSON, YAML, Terraform or a program's source in a text, in their order. Where pieces overlap, the larger one comes first; if it is
 * nothing, those within it are looked at. `isAll`: the text is all that was pasted, not what is left of something.
 */
export function readPieces(text: string, { yaml }: Notations, isAll: boolean): Pieces {
  const pieces = piecesOf(text, yaml);
  const commands = awsCommands(text);
  const found: Found[] = [];
  const problems: Problem[] = [];
  const unread: Problem[] = [];
  let rest = '';
  let at = 0;
  let isBroken = false;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    const one = readPiece({ ...piece, isWhole: piece.isWhole && isAll }, printedBy(text, commands, piece, at));
    append(one.length === 0 ? unread : problems, piece.problems ?? []);
    if (one.length === 0) continue;
    append(found, one);
    isBroken ||= !piece.isWhole;
    rest += `${text.slice(at, piece.start)}\n`;
    at = piece.end;
  }
  const besides = [...noPolicyClues(text, commands), ...tableClues(text, commands)];
  if (besides.length > 0) found.push({ kind: 'policies', clues: besides });
  return { found, rest: rest + text.slice(at), problems: found.length > 0 ? problems : unread, isBroken };
}

function piecesOf(text: string, yaml: ReadYaml | undefined): readonly Piece[] {
  const comments = commentRanges(text);
  const json = /[{[]/.test(text) ? jsonPieces(text) : [];
  const whole = json.filter((piece) => piece.isWhole);
  const broken = json.filter((piece) => !piece.isWhole);
  const others = [
    ...encodedPieces(text).flatMap((piece) => pieceOf(piece, piece.node, [])),
    ...terraformPieces(withoutCommentBlocks(text, comments)).flatMap((piece) =>
      pieceOf(piece, piece.node, piece.problems),
    ),
    ...(yaml ? yamlPieces(text, whole, yaml) : []),
    ...literalPieces(text, whole).flatMap((piece) => asTyped(text, piece) ?? pieceOf(piece, piece.node, [])),
  ];
  const lines = textPieces(text, whole).flatMap((piece) => pieceOf(piece, piece.node, piece.problems));
  // Sorting keeps the order of those that begin at one place: a line of output may begin with JSON, what is JSON is read as JSON, and what is
  // broken JSON may be something else.
  const pieces = [...lines, ...whole, ...others, ...broken].sort((one, other) => one.start - other.start);
  // What is commented out is not in force; where all of it is, the marks are a log's or a quotation's.
  const inForce = pieces.filter((piece) => !isCommented(comments, piece.start));
  return inForce.length > 0 ? inForce : pieces;
}

function yamlPieces(text: string, json: readonly Range[], yaml: ReadYaml): readonly Piece[] {
  return yamlStretches(text, json).flatMap((stretch) => {
    const { value, problems } = yaml(text.slice(stretch.start, stretch.end));
    return pieceOf(stretch, arrayNode(value), problems);
  });
}

/** A literal that is JSON but for slips, such as a missing comma: it stays as it was typed, and its faults can be told. */
function asTyped(text: string, { start, end, node }: LiteralPiece): readonly Piece[] | undefined {
  const cut = text.slice(start, end);
  const { value } = parseJson(cut);
  if (value === undefined || printJson(value) !== printJson(node)) return undefined;
  return [{ text: cut, node: value, start, end, isWhole: true }];
}

/** A value of another notation, as the JSON that it stands for. */
function pieceOf({ start, end }: Range, value: JsonNode, problems: readonly Problem[]): readonly Piece[] {
  const text = printJson(value.kind === 'array' && value.items.length === 1 ? (value.items[0] ?? value) : value);
  // What is too large is nothing, but what was wrong with it is still said.
  const node = parseJson(text).value ?? arrayNode([]);
  return [{ text, node, start, end, isWhole: true, problems }];
}

function printedBy(text: string, commands: readonly AwsCommand[], piece: Range, previous: number): Printed {
  const command = commandAt(text, commands, piece.start, previous);
  const option = command && optionAt(text, command, piece.start);
  return { ...(command && { command }), ...(option && { option }) };
}

function readPiece(piece: JsonPiece, printed: Printed): readonly Found[] {
  for (const form of FORMS) {
    const found = form.read(piece, printed);
    if (found.length > 0) return found;
  }
  return [];
}
