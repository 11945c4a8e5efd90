import { type CompiledAction, compileAction } from '@/lib/evaluation/action';
import { type CompiledCondition, compileCondition } from '@/lib/evaluation/condition';
import { type CompiledResource, compileResource } from '@/lib/evaluation/resource';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { PolicyDocument, PolicyVersion, Statement } from '@/lib/policy/document';
import { oncePer } from '@/lib/text/once-per';

/**
 * A statement prepared for being compared with requests. Each part is made when a request first needs it: most statements
 * are about other actions.
 */
export class CompiledStatement {
  readonly #statement: Statement;
  readonly #type: PolicyType;
  readonly #version: PolicyVersion;
  #action: CompiledAction | undefined;
  #resource: CompiledResource | undefined;
  #conditions: readonly CompiledCondition[] | undefined;

  constructor(statement: Statement, type: PolicyType, version: PolicyVersion) {
    this.#statement = statement;
    this.#type = type;
    this.#version = version;
  }

  get action(): CompiledAction {
    this.#action ??= compileAction(this.#statement.action);
    return this.#action;
  }

  /** Left out where the statement has none. */
  get resource(): CompiledResource | undefined {
    const { resource } = this.#statement;
    if (resource) this.#resource ??= compileResource(resource, this.#type, this.#version);
    return this.#resource;
  }

  get conditions(): readonly CompiledCondition[] {
    this.#conditions ??= this.#statement.conditions.map((condition) => compileCondition(condition, this.#version));
    return this.#conditions;
  }
}

/** The statements of a document as a policy of that type, by their place: prepared once, so that one edit costs one policy. */
export function compiledPolicy(document: PolicyDocument, type: PolicyType): readonly CompiledStatement[] {
  const byType = compiledByType(document);
  const known = byType.get(type);
  if (known) return known;
  const compiled: CompiledStatement[] = [];
  for (const statement of document.statements) {
    compiled[statement.index] = new CompiledStatement(statement, type, document.version);
  }
  byType.set(type, compiled);
  return compiled;
}

const compiledByType = oncePer((_document: PolicyDocument) => new Map<PolicyType, readonly CompiledStatement[]>());
