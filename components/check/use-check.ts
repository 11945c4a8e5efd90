import { useEffect, useState } from 'react';
import { readCheckAddress } from './check-address';
import { EMPTY_CHECK, type KeyRow, type QuickCheck } from './quick-check';

/** The page's own small state; it becomes a diagnosis only when it is opened in the wizard or linked. */
export interface CheckState {
  readonly check: QuickCheck;
  readonly change: (changed: Partial<QuickCheck>) => void;
  readonly addKey: (key: string) => void;
  readonly changeKey: (id: number, changed: Partial<KeyRow>) => void;
  readonly removeKey: (id: number) => void;
}

export function useCheck(): CheckState {
  const [check, setCheck] = useState(EMPTY_CHECK);
  useEffect(() => {
    const told = readCheckAddress(location.hash);
    if (told) setCheck(told);
  }, []);
  const setKeys = (edit: (keys: readonly KeyRow[]) => readonly KeyRow[]) =>
    setCheck((before) => ({ ...before, keys: edit(before.keys) }));
  return {
    check,
    change: (changed) => setCheck((before) => ({ ...before, ...changed })),
    addKey: (key) =>
      setKeys((keys) => [
        ...keys,
        { id: Math.max(0, ...keys.map((row) => row.id)) + 1, key, value: '', absent: false },
      ]),
    changeKey: (id, changed) => setKeys((keys) => keys.map((row) => (row.id === id ? { ...row, ...changed } : row))),
    removeKey: (id) => setKeys((keys) => keys.filter((row) => row.id !== id)),
  };
}
