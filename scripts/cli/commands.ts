import { diagnoseCommand } from './diagnose';
import { readCommand } from './read';
import { validateCommand } from './validate';

/** Every command by its name. */
export const COMMANDS = { read: readCommand, diagnose: diagnoseCommand, validate: validateCommand } as const;

export type CommandName = keyof typeof COMMANDS;
