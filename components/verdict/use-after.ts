import { useEffect, useState } from 'react';

/** Whether something has been going on for this long: what is over sooner is never shown. */
export function useAfter(going: boolean, milliseconds: number): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!going) return undefined;
    const timer = window.setTimeout(() => setShown(true), milliseconds);
    return () => {
      window.clearTimeout(timer);
      setShown(false);
    };
  }, [going, milliseconds]);
  return shown && going;
}

/** The value as it was when it last stood still for this long. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
