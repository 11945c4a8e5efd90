import type { Content } from '@/components/workspace/content';
import type { Typing } from '@/components/workspace/history';
import type { WorkspaceState } from '@/components/workspace/state';

/** Reads the whole state. */
export type ReadState = () => WorkspaceState;

/** Merges something into the state. */
export type MergeState = (part: Partial<WorkspaceState>) => void;

/** Changes the content as one undoable step; does nothing where nothing changes or a received document is only read. */
export type Change = (field: string, edit: (content: Content) => Content, typing?: Typing) => void;

/** What the workspace needs from outside, so that it can be tried without any of it. */
export interface Surroundings {
  readonly now: () => number;
  readonly newId: () => string;
}
